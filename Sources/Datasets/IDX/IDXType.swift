/// The numbers of an IDX file, by the third byte of its header; the most significant byte is first.
enum IDXType: UInt8, Sendable {
  case byte = 0x08
  case signedByte = 0x09
  case short = 0x0B
  case int = 0x0C
  case float = 0x0D
  case double = 0x0E

  /// Bytes of a number.
  var size: Int {
    switch self {
    case .byte, .signedByte: 1
    case .short: 2
    case .int, .float: 4
    case .double: 8
    }
  }

  /// What the numbers are, in words.
  var name: String {
    switch self {
    case .byte: "bytes"
    case .signedByte: "signed bytes"
    case .short: "16-bit numbers"
    case .int: "32-bit numbers"
    case .float: "32-bit fractions"
    case .double: "64-bit fractions"
    }
  }

  /// The number whose bytes begin at a place; `bytes` has all of them.
  @inline(__always)
  func number(_ bytes: UnsafeRawBufferPointer, at place: Int) -> Double {
    switch self {
    case .byte: Double(bytes[place])
    case .signedByte: Double(Int8(bitPattern: bytes[place]))
    case .short:
      Double(Int16(bigEndian: bytes.loadUnaligned(fromByteOffset: place, as: Int16.self)))
    case .int: Double(Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: place, as: Int32.self)))
    case .float:
      Double(
        Float(
          bitPattern: UInt32(
            bigEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))))
    case .double:
      Double(
        bitPattern: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
    }
  }
}
