/// Labels as arrays have them: numbers, or texts.
struct ArrayLabels {
  private(set) var numbers: [Int32] = []
  private(set) var texts: [String]?
  private var places: [String: Int32] = [:]

  /// Appends the labels of an array, of which there must be so many; none for each where there is no
  /// array.
  mutating func append(
    _ archive: ZipArchive, _ member: ZipArchive.Member?, count: Int
  ) throws(DatasetError) {
    guard let member else {
      numbers += Array(repeating: RawLabels.none, count: count)
      return
    }
    let name = String(member.name.dropLast(4))
    let reader = try archive.reader(of: member)
    let header = try NumPyHeader(reader, array: name)
    func error(_ fact: String) -> DatasetError {
      DatasetError(.array(name, fact), in: reader.path)
    }
    try Self.expect(header, count: count, error)
    let isText = header.kind == .text || header.kind == .bytes
    guard numbers.isEmpty || (texts != nil) == isText else {
      throw error("holds other labels than the first")
    }
    if isText { texts = texts ?? [] }
    // What grows by itself would take twice as much at times.
    numbers.reserveCapacity(numbers.count + count)
    try NumPyElements(reader: reader, header: header, array: name).forEachBlock {
      bytes, _ throws(DatasetError) in
      for index in 0..<bytes.count / header.size {
        let place = index * header.size
        guard !isText else {
          numbers.append(try self.place(of: header.text(bytes, at: place), error))
          continue
        }
        let number = header.number(bytes, at: place)
        guard let label = Int32(exactly: number), label >= 0 else {
          throw DatasetError(
            .field(.label, found: shortText(number)), in: reader.path, row: numbers.count)
        }
        numbers.append(label)
      }
    }
  }

  /// Throws where an array has other than one label for each image.
  private static func expect(
    _ header: NumPyHeader, count: Int, _ error: (String) -> DatasetError
  ) throws(DatasetError) {
    guard header.shape.first == count else {
      throw error("has \(header.shape.first ?? 0) labels for \(count) images")
    }
    guard header.count == count else {
      throw error("holds \(header.count / max(1, count)) numbers for each label")
    }
  }

  private mutating func place(of text: String, _ error: (String) -> DatasetError)
    throws(DatasetError) -> Int32
  {
    if let place = places[text] { return place }
    guard places.count < ClassList.bounds.upperBound, (1...100).contains(text.utf8.count),
      text.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 127 })
    else { throw error("holds labels that are no names of classes") }
    let place = Int32(places.count)
    places[text] = place
    texts?.append(text)
    return place
  }
}
