import Digest

/// Names a result by everything that decides it: SHA-256 over a description of its inputs.
package struct ContentKey: Sendable, Hashable, CustomStringConvertible {
  /// 64 lower-case hexadecimal digits.
  package let hexadecimal: String

  package var description: String { hexadecimal }

  /// Takes 64 lower-case hexadecimal digits; `nil` for anything else.
  package init?(hexadecimal: String) {
    guard hexadecimal.utf8.count == 64,
      hexadecimal.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    else { return nil }
    self.hexadecimal = hexadecimal
  }

  fileprivate init(digestOf bytes: [UInt8]) {
    hexadecimal = SHA256.hex(of: bytes)
  }

  /// Collects a description field by field; the order of the fields counts.
  ///
  /// No two descriptions have the same bytes: each field is its name and its value, each after its
  /// length (64 bits, little-endian), with a letter for the value's type between them.
  package struct Builder: Sendable {
    private var bytes = Array("daybook key 1\n".utf8)

    /// Begins the description of a result of some kind, made by a version of that kind's code.
    package init(kind: String, version: Int) {
      add("kind", kind)
      add("version", version)
    }

    package mutating func add(_ field: String, _ value: String) {
      append(field, "s", Array(value.utf8))
    }

    package mutating func add(_ field: String, _ value: Int) {
      append(field, "i", Self.bytes(of: UInt64(bitPattern: Int64(value))))
    }

    /// Adds a number by its bits, so that 0 and -0 are told apart.
    package mutating func add(_ field: String, _ value: Double) {
      append(field, "d", Self.bytes(of: value.bitPattern))
    }

    package mutating func add(_ field: String, _ value: Bool) {
      append(field, "b", [value ? 1 : 0])
    }

    package mutating func add(_ field: String, _ value: [UInt8]) {
      append(field, "x", value)
    }

    /// Adds the key of a result that this one is made from.
    package mutating func add(_ field: String, _ value: ContentKey) {
      append(field, "k", Array(value.hexadecimal.utf8))
    }

    /// The key of what has been described so far.
    package var key: ContentKey { ContentKey(digestOf: bytes) }

    private mutating func append(_ field: String, _ type: Character, _ value: [UInt8]) {
      let name = Array(field.utf8)
      bytes += Self.bytes(of: UInt64(name.count)) + name
      bytes += Array(String(type).utf8) + Self.bytes(of: UInt64(value.count)) + value
    }

    private static func bytes(of word: UInt64) -> [UInt8] {
      (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) }
    }
  }
}
