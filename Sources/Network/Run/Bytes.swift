/// Writes numbers in little-endian order.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write<Number: FixedWidthInteger>(_ number: Number) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ number: Double) { write(number.bitPattern) }

  /// Numbers one after the other, in 32 bits each.
  mutating func write(_ numbers: [Float]) {
    numbers.map(\.bitPattern.littleEndian).withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  /// The length of the text in bytes, and its bytes.
  mutating func write(_ text: String) {
    write(UInt64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }
}

/// Reads what `ByteWriter` wrote; `nil` past the end, and never more than there is.
struct ByteReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func read<Number: FixedWidthInteger>(_: Number.Type) -> Number? {
    let size = MemoryLayout<Number>.size
    guard rest.count >= size else { return nil }
    var number: Number = 0
    for (index, byte) in rest.prefix(size).enumerated() {
      number |= Number(truncatingIfNeeded: byte) << (8 * index)
    }
    rest = rest.dropFirst(size)
    return number
  }

  mutating func readDouble() -> Double? { read(UInt64.self).map(Double.init(bitPattern:)) }

  /// A text; `nil` where its bytes are no UTF-8.
  mutating func readText() -> String? {
    guard let count = readCount(), count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return String(validating: rest.prefix(count), as: UTF8.self)
  }

  /// A whole number that fits an `Int` and is not negative.
  mutating func readCount() -> Int? { read(UInt64.self).flatMap { Int(exactly: $0) } }

  /// `count` numbers; `nil` where there are fewer.
  mutating func readDoubles(_ count: Int) -> [Double]? {
    guard count >= 0, rest.count / 8 >= count else { return nil }
    var numbers: [Double] = []
    numbers.reserveCapacity(count)
    for _ in 0..<count {
      guard let number = readDouble() else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  /// `count` numbers of 32 bits; `nil` where there are fewer.
  mutating func readFloats(_ count: Int) -> [Float]? {
    guard count >= 0, rest.count / 4 >= count else { return nil }
    defer { rest = rest.dropFirst(4 * count) }
    return rest.withUnsafeBytes { bytes in
      (0..<count).map { index in
        let word = bytes.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self)
        return Float(bitPattern: UInt32(littleEndian: word))
      }
    }
  }
}
