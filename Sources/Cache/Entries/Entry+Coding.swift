import Digest

// The form of an entry's file, all numbers little-endian:
//
//     "DBENTRY\n"                                    8 bytes
//     version of the form                            32 bits
//     key                                            64 hexadecimal digits
//     number of parts                                32 bits
//     for each part: length of name, name, length    32 bits, UTF-8, 64 bits
//     the parts' bytes, one after the other
//     SHA-256 of everything before it                64 hexadecimal digits

extension Entry {
  static let version = 1
  private static let magic = Array("DBENTRY\n".utf8)
  private static let digestLength = 64

  /// The bytes of the entry's file.
  func encoded(key: ContentKey) -> [UInt8] {
    var bytes = Self.magic
    bytes.append(littleEndian: Self.version, count: 4)
    bytes += key.hexadecimal.utf8
    bytes.append(littleEndian: parts.count, count: 4)
    for part in parts {
      bytes.append(littleEndian: part.name.utf8.count, count: 4)
      bytes += part.name.utf8
      bytes.append(littleEndian: part.bytes.count, count: 8)
    }
    bytes.reserveCapacity(
      bytes.count + parts.reduce(Self.digestLength) { $0 + $1.bytes.count })
    for part in parts { bytes += part.bytes }
    bytes += SHA256.hex(of: bytes).utf8
    return bytes
  }

  /// Reads an entry's file, believing nothing before it is verified.
  init(decoding bytes: [UInt8], key: ContentKey) throws(EntryDamage) {
    var reader = ByteReader(bytes, end: bytes.count - Self.digestLength)
    guard bytes.starts(with: Self.magic) else { throw .notAnEntry }
    reader.skip(Self.magic.count)
    let version = try reader.number(4)
    // Another form may keep its checksum elsewhere, so the version comes first.
    guard version == Self.version else { throw .otherVersion(version) }
    let end = bytes.count - Self.digestLength
    guard end > 0, SHA256.hex(of: Array(bytes[..<end])).utf8.elementsEqual(bytes[end...]) else {
      throw .wrongChecksum
    }
    guard try reader.bytes(Self.digestLength).elementsEqual(key.hexadecimal.utf8) else {
      throw .otherKey
    }
    var descriptions: [(name: String, length: Int)] = []
    for _ in 0..<(try reader.number(4)) {
      let name = String(decoding: try reader.bytes(reader.number(4)), as: UTF8.self)
      descriptions.append((name, try reader.number(8)))
    }
    var parts: [Part] = []
    for description in descriptions {
      parts.append(Part(description.name, Array(try reader.bytes(description.length))))
    }
    guard reader.isAtEnd else { throw .wrongLength }
    self.init(parts)
  }
}

extension [UInt8] {
  fileprivate mutating func append(littleEndian number: Int, count: Int) {
    for index in 0..<count { append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
  }
}

/// Reads numbers and runs of bytes in order, never past the end.
private struct ByteReader {
  private let data: [UInt8]
  private let end: Int
  private var position = 0

  init(_ data: [UInt8], end: Int) {
    self.data = data
    self.end = end
  }

  var isAtEnd: Bool { position == end }

  mutating func skip(_ count: Int) {
    position += count
  }

  mutating func bytes(_ count: Int) throws(EntryDamage) -> ArraySlice<UInt8> {
    guard count >= 0, position <= end, count <= end - position else { throw .wrongLength }
    defer { position += count }
    return data[position..<position + count]
  }

  mutating func number(_ count: Int) throws(EntryDamage) -> Int {
    let word = try bytes(count).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard let number = Int(exactly: word) else { throw .wrongLength }
    return number
  }
}
