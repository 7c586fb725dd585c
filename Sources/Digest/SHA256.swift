import CCrypto
package import Files

/// SHA-256 (FIPS 180-4), computed by OpenSSL with the processor's own instructions for it.
package enum SHA256 {
  /// The 32 bytes of the digest of some bytes.
  package static func bytes(of bytes: [UInt8]) -> [UInt8] {
    var hasher = Hasher()
    bytes.withUnsafeBytes { hasher.update($0) }
    return hasher.finish()
  }

  /// The digest of some bytes, in hexadecimal.
  package static func hex(of bytes: [UInt8]) -> String {
    hexadecimal(self.bytes(of: bytes))
  }

  /// The digest of a file's contents in hexadecimal, and how many bytes it has.
  ///
  /// Reads the file piece by piece, so that its size does not matter. `isCancelled` is asked as
  /// often as there are quarters of a megabyte, and ends the reading with an error.
  package static func digest(
    ofFileAt path: String, isCancelled: () -> Bool = { false }
  ) throws(FileError) -> (hexadecimal: String, byteCount: Int) {
    var hasher = Hasher()
    let count = try RegularFile(path).forEachPiece(isCancelled: isCancelled) { hasher.update($0) }
    return (hexadecimal(hasher.finish()), count)
  }

  /// Bytes as two hexadecimal digits each.
  static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// Takes bytes piece by piece.
  private struct Hasher: ~Copyable {
    /// `nil` only where there is no memory left for it.
    private let context = EVP_MD_CTX_new()

    /// The library without its configuration: no digest depends on one, a file that the environment
    /// names is none of ours, and reading it takes time at every start.
    private static let isReady =
      OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_LOAD_CONFIG), nil) == 1

    init() {
      _ = Self.isReady
      EVP_DigestInit_ex(context, EVP_sha256(), nil)
    }

    deinit {
      EVP_MD_CTX_free(context)
    }

    mutating func update(_ bytes: UnsafeRawBufferPointer) {
      EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    }

    mutating func finish() -> [UInt8] {
      var digest = [UInt8](repeating: 0, count: 32)
      var length: UInt32 = 0
      EVP_DigestFinal_ex(context, &digest, &length)
      return digest
    }
  }
}
