import Bytes
import Cache
import Digest
import Files
import Results

/// Files of the store, once with a checksum that is right, so that what stands behind it is read.
enum EntryFuzzing {
  private static let digits = String(repeating: "0123456789abcdef", count: 4)

  static func read(_ bytes: [UInt8]) {
    guard let key = ContentKey(hexadecimal: digits) else { return }
    let folder = ScratchFolder()
    let store = Store(FolderLocation(folder.path))
    let name = "fuzz-\(digits.prefix(32)).entry"
    for contents in [bytes, bytes + SHA256.hex(of: bytes).utf8] {
      folder.write(contents, name)
      _ = store.read(kind: "fuzz", key: key)
    }
  }

  /// The values of a result, as the store keeps them.
  static func readValues(_ bytes: [UInt8]) {
    var fields = ByteReader(bytes)
    _ = fields.readFields()
    var values = ByteReader(bytes)
    _ = values.readValues()
  }
}
