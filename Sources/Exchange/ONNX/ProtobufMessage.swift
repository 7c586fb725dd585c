/// A message of Protocol Buffers, field after field.
///
/// https://protobuf.dev/programming-guides/encoding/
struct ProtobufMessage {
  private(set) var bytes: [UInt8] = []

  /// A whole number; negative ones take ten bytes, as `int64` does.
  mutating func add(_ field: Int, _ number: Int) {
    key(field, wireType: 0)
    varint(UInt64(bitPattern: Int64(number)))
  }

  /// A number of 32 bits.
  mutating func add(_ field: Int, _ number: Float) {
    key(field, wireType: 5)
    withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ field: Int, _ text: String) { add(field, bytes: Array(text.utf8)) }

  mutating func add(_ field: Int, _ message: ProtobufMessage) { add(field, bytes: message.bytes) }

  mutating func add(_ field: Int, bytes run: [UInt8]) {
    key(field, wireType: 2)
    varint(UInt64(run.count))
    bytes.append(contentsOf: run)
  }

  private mutating func key(_ field: Int, wireType: Int) { varint(UInt64(field << 3 | wireType)) }

  private mutating func varint(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}
