import CCrypto

/// The library that computes digests, by the version that is at work.
package enum DigestLibrary {
  package static var version: String { String(cString: OpenSSL_version(OPENSSL_VERSION)) }
}
