/// Reads one IDX file of bytes: a header of dimensions, then the numbers.
///
/// Y. LeCun's format: two zero bytes, the type (8 for unsigned bytes), the rank, then each
/// dimension as four bytes, the most significant first.
struct IDXReader {
  private let reader: InflatingReader
  /// The sizes of the dimensions, the first counting the items.
  let dimensions: [Int]
  /// Bytes that follow the header.
  let payload: Int

  /// `isCancelled` is asked as often as there are megabytes.
  init(
    _ path: String, rank: Int, isCancelled: @escaping @Sendable () -> Bool
  ) throws(DatasetError) {
    let reader = try InflatingReader(path, isCancelled: isCancelled)
    var header = [UInt8](repeating: 0, count: 4 + 4 * rank)
    guard try reader.read(into: &header) == header.count else {
      throw DatasetError(.headerTooShort, in: path)
    }
    let words = stride(from: 0, to: header.count, by: 4).map { start in
      header[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
    let expected = UInt32(0x0800 + rank)
    guard words[0] == expected else {
      throw DatasetError(.magic(found: words[0], expected: expected), in: path)
    }
    dimensions = words.dropFirst().map(Int.init)
    payload = try Self.payload(dimensions, path)
    try reader.check(promised: payload, after: header.count)
    self.reader = reader
  }

  /// The product of the dimensions, where it is a size that a file may have.
  private static func payload(_ dimensions: [Int], _ path: String) throws(DatasetError) -> Int {
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

  /// Appends what follows the header, which must be as long as the header says.
  ///
  /// Memory grows with what is really there, whatever the header promises.
  func append(to bytes: inout [UInt8]) throws(DatasetError) {
    var buffer = [UInt8](repeating: 0, count: min(payload + 1, 1 << 20))
    var count = 0
    while true {
      let size = try reader.read(into: &buffer)
      if size == 0 { break }
      count += size
      guard count <= payload else {
        throw DatasetError(.tooLong(expected: payload), in: reader.path)
      }
      bytes.append(contentsOf: buffer[..<size])
    }
    guard count == payload else {
      throw DatasetError(.payload(expected: payload, found: count), in: reader.path)
    }
  }
}
