import CZlib

/// zlib's compression and checksum of whole byte arrays.
enum Zlib {
  /// As hard as zlib can.
  static let hardest = Z_BEST_COMPRESSION

  /// Compresses `bytes` as hard as `level` says, 0 for not at all.
  static func compressed(_ bytes: [UInt8], level: Int32 = hardest) throws(FigureError) -> [UInt8] {
    var length = compressBound(uLong(bytes.count))
    var output = [UInt8](repeating: 0, count: Int(length))
    let status = compress2(&output, &length, bytes, uLong(bytes.count), level)
    guard status == Z_OK else { throw .compression(status: Int(status)) }
    return Array(output.prefix(Int(length)))
  }

  /// The CRC-32 that closes a PNG chunk.
  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: CZlib.crc32(0, bytes, uInt(bytes.count)))
  }
}
