import Bytes
import CZlib

/// Writes a zip archive of stored files, of one fixed date: the same bytes for the same files.
///
/// PKWARE, "APPNOTE.TXT - .ZIP File Format Specification", 6.3.10; for archives below four
/// gigabytes, which is for callers to see to.
struct ZipWriter {
  private var body = ByteWriter()
  private var directory = ByteWriter()
  private var count: UInt16 = 0

  /// The first of January 1980, which is zero in all but month and day.
  private static let date: UInt16 = 1 << 5 | 1

  mutating func add(_ name: String, _ contents: [UInt8]) {
    let offset = body.bytes.count
    var fields = ByteWriter()
    // Version 2.0; names in UTF-8; stored; midnight.
    for number in [20, 1 << 11, 0, 0] as [UInt16] { fields.write(number) }
    fields.write(Self.date)
    fields.write(Self.checksum(contents))
    for _ in 0..<2 { fields.write(UInt32(truncatingIfNeeded: contents.count)) }
    fields.write(UInt16(truncatingIfNeeded: name.utf8.count))
    fields.write(UInt16(0))
    body.write(UInt32(0x0403_4B50))
    body.write(bytes: fields.bytes)
    body.write(bytes: name.utf8)
    body.write(bytes: contents)
    directory.write(UInt32(0x0201_4B50))
    directory.write(UInt16(20))
    directory.write(bytes: fields.bytes)
    // No comment, the first disk, no attributes.
    directory.write(bytes: [UInt8](repeating: 0, count: 10))
    directory.write(UInt32(truncatingIfNeeded: offset))
    directory.write(bytes: name.utf8)
    count += 1
  }

  private static func checksum(_ contents: [UInt8]) -> UInt32 {
    contents.withUnsafeBufferPointer {
      UInt32(truncatingIfNeeded: crc32(0, $0.baseAddress, UInt32($0.count)))
    }
  }

  /// The whole archive.
  var finished: [UInt8] {
    var archive = body
    let offset = body.bytes.count
    archive.write(bytes: directory.bytes)
    archive.write(UInt32(0x0605_4B50))
    archive.write(UInt32(0))
    for _ in 0..<2 { archive.write(count) }
    archive.write(UInt32(truncatingIfNeeded: directory.bytes.count))
    archive.write(UInt32(truncatingIfNeeded: offset))
    archive.write(UInt16(0))
    return archive.bytes
  }
}
