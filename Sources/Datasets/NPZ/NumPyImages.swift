/// An array of images in a file of NumPy's arrays.
struct NumPyImages {
  let name: String
  let header: NumPyHeader
  private let reader: InflatingReader

  init(_ archive: ZipArchive, _ member: ZipArchive.Member) throws(DatasetError) {
    name = String(member.name.dropLast(4))
    reader = try archive.reader(of: member)
    header = try NumPyHeader(reader, array: name)
    guard header.kind != .text, header.kind != .bytes else {
      throw DatasetError(.array(name, "holds texts, not levels"), in: reader.path)
    }
    guard header.shape.count >= 2, header.count > 0 else {
      throw DatasetError(.array(name, "holds no images"), in: reader.path)
    }
  }

  /// Appends all levels, image after image, one byte each.
  func append(to levels: inout [UInt8], _ storage: LevelStorage) throws(DatasetError) {
    let start = levels.count
    if header.kind == .unsigned, header.size == 1, storage.factor == 1 {
      try forEachBlock { bytes, _ in levels.append(contentsOf: bytes) }
    } else {
      try appendNumbers(of: header.shape[0], to: &levels, storage)
    }
    if header.isFortran { levels.replaceSubrange(start..., with: inOrder(levels[start...])) }
  }

  /// Appends as many numbers as so many images have, as levels, in the order of the file.
  private func appendNumbers(of images: Int, to levels: inout [UInt8], _ storage: LevelStorage)
    throws(DatasetError)
  {
    let size = max(1, header.count / max(1, header.shape[0]))
    try forEachBlock(upTo: images * size) { bytes, offset throws(DatasetError) in
      for index in 0..<bytes.count / header.size {
        let number = header.number(bytes, at: index * header.size)
        guard let level = storage.byte(number) else {
          throw DatasetError(
            .level(found: shortText(number), largest: storage.largest, type: nil),
            in: reader.path,
            row: header.isFortran ? nil : (offset / header.size + index) / size)
        }
        levels.append(level)
      }
    }
  }

  /// Throws where the first numbers are no levels.
  func expectFirstLevels(_ storage: LevelStorage) throws(DatasetError) {
    var levels: [UInt8] = []
    let images = max(1, 1 << 16 / max(1, header.count / max(1, header.shape[0])))
    try appendNumbers(of: min(images, header.shape[0]), to: &levels, storage)
  }

  /// The levels of an array whose first index is that of neighbours, image after image.
  private func inOrder(_ levels: ArraySlice<UInt8>) -> [UInt8] {
    let (count, sizes) = (header.shape[0], Array(header.shape.dropFirst()))
    let size = sizes.reduce(1, *)
    // Where each place of an image stands among those of an image in the array's order.
    let places = (0..<size).map { place -> Int in
      var (rest, index, step) = (place, 0, size)
      var columns: [Int] = []
      for side in sizes {
        step /= side
        columns.append(rest / step)
        rest %= step
      }
      for (side, column) in zip(sizes, columns).reversed() { index = index * side + column }
      return index
    }
    return [UInt8](unsafeUninitializedCapacity: levels.count) { ordered, initialized in
      levels.withUnsafeBufferPointer { levels in
        for (place, source) in places.enumerated() {
          for image in 0..<count {
            ordered.initializeElement(
              at: image &* size &+ place, to: levels[source &* count &+ image])
          }
        }
      }
      initialized = count * size
    }
  }

  /// Calls `body` with whole elements' bytes, in order, and where they begin.
  private func forEachBlock(
    upTo count: Int = .max, _ body: (UnsafeRawBufferPointer, Int) throws(DatasetError) -> Void
  ) throws(DatasetError) {
    try NumPyElements(reader: reader, header: header, array: name).forEachBlock(upTo: count, body)
  }
}

/// The elements of an array, block by block.
struct NumPyElements {
  let reader: InflatingReader
  let header: NumPyHeader
  let array: String

  /// - Parameter count: How many of the elements, the first ones.
  func forEachBlock(
    upTo count: Int = .max, _ body: (UnsafeRawBufferPointer, Int) throws(DatasetError) -> Void
  ) throws(DatasetError) {
    let (payload, overflows) = min(header.count, count).multipliedReportingOverflow(by: header.size)
    guard !overflows else {
      throw DatasetError(.array(array, "has no sensible shape"), in: reader.path)
    }
    let block = max(1, (1 << 20) / header.size) * header.size
    var buffer = [UInt8](repeating: 0, count: min(max(1, payload), block))
    var offset = 0
    while offset < payload {
      let wanted = min(buffer.count, payload - offset)
      let size = try buffer.withUnsafeMutableBytes { bytes in
        Result { () throws(DatasetError) in
          try reader.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[..<wanted]))
        }
      }.get()
      guard size == wanted else {
        throw DatasetError(.array(array, "is cut short"), in: reader.path)
      }
      try buffer.withUnsafeBytes { bytes in
        Result { () throws(DatasetError) in
          try body(UnsafeRawBufferPointer(rebasing: bytes[..<size]), offset)
        }
      }.get()
      offset += size
    }
  }
}

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
    guard header.shape.first == count else {
      throw error("has \(header.shape.first ?? 0) labels for \(count) images")
    }
    guard header.count == count else {
      throw error("holds \(header.count / max(1, count)) numbers for each label")
    }
    let isText = header.kind == .text || header.kind == .bytes
    guard numbers.isEmpty || (texts != nil) == isText else {
      throw error("holds other labels than the first")
    }
    if isText { texts = texts ?? [] }
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
