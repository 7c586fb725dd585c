/// Reads one IDX file: a header of dimensions, then the numbers.
///
/// Y. LeCun's format: two zero bytes, the type (8 for unsigned bytes), the rank, then each
/// dimension as four bytes, the most significant first.
struct IDXReader {
  private let reader: InflatingReader
  let path: String
  let type: IDXType
  /// The sizes of the dimensions, the first counting the items.
  let dimensions: [Int]
  /// Numbers that follow the header.
  let count: Int

  /// `isCancelled` is asked as often as there are megabytes.
  ///
  /// - Parameter ranks: How many dimensions there may be.
  init(
    _ path: String, ranks: ClosedRange<Int>, isCancelled: @escaping @Sendable () -> Bool
  ) throws(DatasetError) {
    let reader = try InflatingReader(path, isCancelled: isCancelled)
    var magic = [UInt8](repeating: 0, count: 4)
    let magicSize = try reader.read(into: &magic)
    guard magicSize == 4, magic[0] == 0, magic[1] == 0, let type = IDXType(rawValue: magic[2])
    else {
      throw try Self.foreign(Array(magic.prefix(magicSize)), reader, path)
    }
    let rank = Int(magic[3])
    guard ranks.contains(rank) else {
      throw DatasetError(
        .magic(
          found: UInt32(magic[2]) << 8 | UInt32(rank), expected: ranks.contains(3) ? 2051 : 2049),
        in: path)
    }
    var sizes = [UInt8](repeating: 0, count: 4 * rank)
    guard try reader.read(into: &sizes) == sizes.count else {
      throw DatasetError(.headerTooShort, in: path)
    }
    dimensions = stride(from: 0, to: sizes.count, by: 4).map { start in
      sizes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    count = try Self.product(dimensions, path)
    try reader.check(promised: count * type.size, after: 4 + sizes.count)
    self.type = type
    self.reader = reader
    self.path = path
  }

  /// A file that is something else.
  private static func foreign(_ magic: [UInt8], _ reader: InflatingReader, _ path: String)
    throws(DatasetError) -> DatasetError
  {
    guard magic.count == 4 else { return DatasetError(.headerTooShort, in: path) }
    var more = [UInt8](repeating: 0, count: 508)
    let size = try reader.read(into: &more)
    let kind = FileKind(beginning: magic + more[..<size])
    return DatasetError(.foreign(kind, expected: "an IDX file"), in: path)
  }

  /// The product of the dimensions, where it is a size that a file may have.
  private static func product(_ dimensions: [Int], _ path: String) throws(DatasetError) -> Int {
    var product = 1
    for dimension in dimensions {
      let (value, overflows) = product.multipliedReportingOverflow(by: dimension)
      guard !overflows, value > 0, value < 1 << 40,
        dimension <= Int32.max
      else {
        throw DatasetError(.dimensions(dimensions), in: path)
      }
      product = value
    }
    return product
  }

  /// Appends levels, one byte each; all that the header says must be there, and nothing more.
  ///
  /// Memory grows with what is really there, whatever the header promises.
  func append(to levels: inout [UInt8], _ storage: LevelStorage) throws(DatasetError) {
    guard type != .byte || storage.factor != 1 else {
      return try forEachBlock { bytes, _ in levels.append(contentsOf: bytes) }
    }
    try forEachNumber { number, place throws(DatasetError) in
      levels.append(try expectLevel(number, storage, at: place))
    }
  }

  /// Throws where the first numbers, of images where they are so small, are no levels.
  func expectFirstLevels(_ storage: LevelStorage) throws(DatasetError) {
    let first = min(count, 1 << 16)
    var buffer = [UInt8](repeating: 0, count: first * type.size)
    let found = try reader.read(into: &buffer)
    // Every byte is a level.
    if type == .byte, storage.factor == 1 { return }
    try buffer.withUnsafeBytes { bytes in
      Result { () throws(DatasetError) in
        for place in 0..<found / type.size {
          try expectLevel(type.number(bytes, at: place * type.size), storage, at: place)
        }
      }
    }.get()
  }

  @inline(__always)
  @discardableResult
  private func expectLevel(_ number: Double, _ storage: LevelStorage, at place: Int)
    throws(DatasetError) -> UInt8
  {
    if let level = storage.byte(number) { return level }
    throw DatasetError(
      .level(found: shortText(number), largest: storage.largest, type: type.name), in: path,
      row: place / max(1, count / max(1, dimensions[0])))
  }

  /// Appends labels: the first number of each item.
  func append(to labels: inout [Int32]) throws(DatasetError) {
    let width = max(1, count / max(1, dimensions[0]))
    if type == .byte, width == 1 {
      return try forEachBlock { bytes, _ in labels += bytes.map { Int32($0) } }
    }
    try forEachNumber { number, place throws(DatasetError) in
      guard place % width == 0 else { return }
      guard let label = Int32(exactly: number), label >= 0 else {
        throw DatasetError(.field(.label, found: shortText(number)), in: path, row: place / width)
      }
      labels.append(label)
    }
  }

  private func forEachNumber(_ body: (Double, _ place: Int) throws(DatasetError) -> Void)
    throws(DatasetError)
  {
    try forEachBlock { bytes, offset throws(DatasetError) in
      let first = offset / type.size
      for index in 0..<bytes.count / type.size {
        try body(type.number(bytes, at: index * type.size), first + index)
      }
    }
  }

  /// Calls `body` with whole numbers' bytes, in order, and where they begin.
  private func forEachBlock(_ body: (UnsafeRawBufferPointer, Int) throws(DatasetError) -> Void)
    throws(DatasetError)
  {
    let payload = count * type.size
    var buffer = [UInt8](repeating: 0, count: min(payload + type.size, 1 << 20))
    var offset = 0
    while true {
      let size = try reader.read(into: &buffer)
      if size == 0 { break }
      guard offset + size <= payload else {
        throw DatasetError(.tooLong(expected: payload), in: path)
      }
      try buffer.withUnsafeBytes { bytes in
        Result { () throws(DatasetError) in
          try body(UnsafeRawBufferPointer(rebasing: bytes[..<size]), offset)
        }
      }.get()
      offset += size
    }
    guard offset == payload else {
      throw DatasetError(.payload(expected: payload, found: offset), in: path)
    }
  }
}

/// A number as errors show it: whole ones without a point.
func shortText(_ number: Double) -> String {
  Int(exactly: number).map(String.init) ?? String(describing: number)
}
