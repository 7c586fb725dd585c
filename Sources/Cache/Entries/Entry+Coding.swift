import Bytes
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
    var writer = ByteWriter()
    writer.write(bytes: Self.magic)
    writer.write(UInt32(Self.version))
    writer.write(bytes: key.hexadecimal.utf8)
    writer.write(UInt32(truncatingIfNeeded: parts.count))
    for part in parts {
      writer.write(UInt32(truncatingIfNeeded: part.name.utf8.count))
      writer.write(bytes: part.name.utf8)
      writer.write(UInt64(part.bytes.count))
    }
    writer.reserve(parts.reduce(Self.digestLength) { $0 + $1.bytes.count })
    for part in parts { writer.write(bytes: part.bytes) }
    writer.write(bytes: SHA256.hex(of: writer.bytes).utf8)
    return writer.bytes
  }

  /// Reads an entry's file, believing nothing before it is verified.
  init(decoding bytes: [UInt8], key: ContentKey) throws(EntryDamage) {
    guard bytes.starts(with: Self.magic) else { throw .notAnEntry }
    let end = max(bytes.count - Self.digestLength, Self.magic.count)
    var reader = ByteReader(bytes[Self.magic.count..<end])
    let version = try reader.count(UInt32.self)
    // Another form may keep its checksum elsewhere, so the version comes first.
    guard version == Self.version else { throw .otherVersion(version) }
    guard SHA256.hex(of: Array(bytes[..<end])).utf8.elementsEqual(bytes[end...]) else {
      throw .wrongChecksum
    }
    guard try reader.bytes(Self.digestLength).elementsEqual(key.hexadecimal.utf8) else {
      throw .otherKey
    }
    var descriptions: [(name: String, length: Int)] = []
    for _ in 0..<(try reader.count(UInt32.self)) {
      let name = String(decoding: try reader.bytes(reader.count(UInt32.self)), as: UTF8.self)
      descriptions.append((name, try reader.count(UInt64.self)))
    }
    var parts: [Part] = []
    for description in descriptions {
      parts.append(Part(description.name, Array(try reader.bytes(description.length))))
    }
    guard reader.isAtEnd else { throw .wrongLength }
    self.init(parts)
  }
}

extension ByteReader {
  fileprivate mutating func bytes(_ count: Int) throws(EntryDamage) -> ArraySlice<UInt8> {
    guard let run = readBytes(count) else { throw .wrongLength }
    return run
  }

  fileprivate mutating func count<Number: FixedWidthInteger>(_ type: Number.Type)
    throws(EntryDamage) -> Int
  {
    guard let number = read(type).flatMap({ Int(exactly: $0) }) else { throw .wrongLength }
    return number
  }
}
