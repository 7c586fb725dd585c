/// Reads what `ByteWriter` wrote; `nil` past the end, and never more than there is.
package struct ByteReader: Sendable {
  private var rest: ArraySlice<UInt8>

  package init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  package init(_ bytes: [UInt8]) { rest = bytes[...] }

  package var isAtEnd: Bool { rest.isEmpty }

  package mutating func read<Number: FixedWidthInteger>(_: Number.Type) -> Number? {
    guard let run = readBytes(MemoryLayout<Number>.size) else { return nil }
    return run.withUnsafeBytes { Number(littleEndian: $0.loadUnaligned(as: Number.self)) }
  }

  package mutating func readDouble() -> Double? {
    read(UInt64.self).map(Double.init(bitPattern:))
  }

  /// The next `count` bytes.
  package mutating func readBytes(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  /// A text; `nil` where its bytes are no UTF-8.
  package mutating func readText() -> String? {
    guard let count = readCount(), let run = readBytes(count) else { return nil }
    return String(validating: run, as: UTF8.self)
  }

  /// A whole number that fits an `Int` and is not negative.
  package mutating func readCount() -> Int? { read(UInt64.self).flatMap { Int(exactly: $0) } }

  /// `count` numbers; `nil` where there are fewer.
  package mutating func readDoubles(_ count: Int) -> [Double]? {
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
  package mutating func readFloats(_ count: Int) -> [Float]? {
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
