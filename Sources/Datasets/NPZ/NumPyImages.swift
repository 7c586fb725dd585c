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
    // Before anything is made for each image that the header promises.
    guard reader.canHold(header.count * header.size) else {
      throw DatasetError(.array(name, "is cut short"), in: reader.path)
    }
  }

  /// Appends all levels, image after image, one byte each.
  func append(to levels: inout [UInt8], _ storage: LevelStorage) throws(DatasetError) {
    if header.isFortran {
      try scatter(to: &levels, storage)
    } else if areLevels(storage) {
      try forEachBlock { bytes, _ in levels.append(contentsOf: bytes) }
    } else {
      try appendNumbers(of: header.shape[0], to: &levels, storage)
    }
  }

  /// Whether the elements are levels as they are to be stored.
  private func areLevels(_ storage: LevelStorage) -> Bool {
    header.kind == .unsigned && header.size == 1 && storage.factor == 1
  }

  /// Appends as many numbers as so many images have, as levels, in the order of the file.
  private func appendNumbers(of images: Int, to levels: inout [UInt8], _ storage: LevelStorage)
    throws(DatasetError)
  {
    let size = max(1, header.count / max(1, header.shape[0]))
    try forEachBlock(upTo: images * size) { bytes, offset throws(DatasetError) in
      let first = offset / header.size
      for index in 0..<bytes.count / header.size {
        levels.append(try level(bytes, index, place: first + index, storage))
      }
    }
  }

  /// The level that an element is.
  ///
  /// - Parameter place: Where it stands among all elements of the array.
  @inline(__always)
  private func level(
    _ bytes: UnsafeRawBufferPointer, _ index: Int, place: Int, _ storage: LevelStorage
  ) throws(DatasetError) -> UInt8 {
    let number = header.number(bytes, at: index * header.size)
    if let level = storage.byte(number) { return level }
    let images = max(1, header.shape[0])
    throw DatasetError(
      .level(found: shortText(number), largest: storage.largest, type: nil), in: reader.path,
      row: header.isFortran ? place % images : place / max(1, header.count / images))
  }

  /// Throws where the first numbers are no levels.
  func expectFirstLevels(_ storage: LevelStorage) throws(DatasetError) {
    var levels: [UInt8] = []
    let images = max(1, 1 << 16 / max(1, header.count / max(1, header.shape[0])))
    try appendNumbers(of: min(images, header.shape[0]), to: &levels, storage)
  }

  /// Appends the levels of an array whose first index is that of neighbours: of each place of an
  /// image the levels of all images stand side by side.
  private func scatter(to levels: inout [UInt8], _ storage: LevelStorage) throws(DatasetError) {
    let (start, places, images) = (levels.count, self.places, header.shape[0])
    let areLevels = areLevels(storage)
    levels.append(contentsOf: repeatElement(0, count: images * places.count))
    try forEachBlock(size: 3 << 20) { bytes, offset throws(DatasetError) in
      let first = offset / header.size
      let elements = first..<first + bytes.count / header.size
      // Some images at a time, whose bytes stay near while one place after another is written.
      for some in stride(from: 0, to: images, by: 256) {
        let end = min(some + 256, images)
        for place in elements.lowerBound / images...(elements.upperBound - 1) / images {
          let run = (place * images + some..<place * images + end).clamped(to: elements)
          var target = start + (run.lowerBound - place * images) * places.count + places[place]
          for element in run {
            levels[target] =
              areLevels
              ? bytes[element - first]
              : try level(bytes, element - first, place: element, storage)
            target += places.count
          }
        }
      }
    }
  }

  /// For each place of an image in the array's order, where it is among those of the image.
  private var places: [Int] {
    let sizes = header.shape.dropFirst()
    return (0..<sizes.reduce(1, *)).map { place in
      var (rest, step, target) = (place, sizes.reduce(1, *), 0)
      for side in sizes {
        step /= side
        target += rest % side * step
        rest /= side
      }
      return target
    }
  }

  /// Calls `body` with whole elements' bytes, in order, and where they begin.
  private func forEachBlock(
    upTo count: Int = .max, size: Int = 1 << 20,
    _ body: (UnsafeRawBufferPointer, Int) throws(DatasetError) -> Void
  ) throws(DatasetError) {
    try NumPyElements(reader: reader, header: header, array: name)
      .forEachBlock(upTo: count, size: size, body)
  }
}

/// The elements of an array, block by block.
struct NumPyElements {
  let reader: InflatingReader
  let header: NumPyHeader
  let array: String

  /// - Parameters:
  ///   - count: How many of the elements, the first ones.
  ///   - size: The most bytes of a block.
  func forEachBlock(
    upTo count: Int = .max, size: Int = 1 << 20,
    _ body: (UnsafeRawBufferPointer, Int) throws(DatasetError) -> Void
  ) throws(DatasetError) {
    let (payload, overflows) = min(header.count, count).multipliedReportingOverflow(by: header.size)
    guard !overflows else {
      throw DatasetError(.array(array, "has no sensible shape"), in: reader.path)
    }
    let block = max(1, size / header.size) * header.size
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
