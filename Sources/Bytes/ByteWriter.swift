/// Writes numbers in little-endian order, and runs of bytes.
package struct ByteWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func write<Number: FixedWidthInteger>(_ number: Number) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  package mutating func write(_ number: Double) { write(number.bitPattern) }

  package mutating func write(_ number: Float) { write(number.bitPattern) }

  /// Numbers one after the other, in 32 bits each.
  package mutating func write(_ numbers: [Float]) {
    numbers.map(\.bitPattern.littleEndian).withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  /// The length of the text in bytes, and its bytes.
  package mutating func write(_ text: String) {
    write(UInt64(text.utf8.count))
    write(bytes: text.utf8)
  }

  package mutating func write(bytes run: some Sequence<UInt8>) { bytes.append(contentsOf: run) }

  /// Makes room for so many bytes more.
  package mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }
}
