import Digest

#if canImport(Darwin)
  import Darwin
#endif

/// Which program computes: results of another one are not taken for its own.
package enum BuildIdentity {
  /// SHA-256 of the running executable, in hexadecimal.
  package static func current() throws -> String {
    try SHA256.digest(ofFileAt: executable).hexadecimal
  }

  private static var executable: String {
    #if canImport(Darwin)
      var size: UInt32 = 0
      _NSGetExecutablePath(nil, &size)
      var buffer = [CChar](repeating: 0, count: Int(size))
      _NSGetExecutablePath(&buffer, &size)
      return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    #else
      return "/proc/self/exe"
    #endif
  }
}
