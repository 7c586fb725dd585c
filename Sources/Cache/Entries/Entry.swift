package import Files

/// What the store keeps under a key: named parts, each a run of bytes.
package struct Entry: Sendable, Equatable {
  package struct Part: Sendable, Equatable {
    package let name: String
    package let bytes: [UInt8]

    package init(_ name: String, _ bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  package let parts: [Part]

  package init(_ parts: [Part]) {
    self.parts = parts
  }

  /// The bytes of all parts.
  package var byteCount: Int { parts.reduce(0) { $0 + $1.bytes.count } }

  /// The bytes of the part called `name`, where there is one.
  package subscript(name: String) -> [UInt8]? {
    parts.first { $0.name == name }?.bytes
  }
}

/// Why a file in the store is no entry that can be used.
package enum EntryDamage: Error, Sendable, Equatable {
  /// It does not begin as entries do.
  case notAnEntry
  /// Another version of the program wrote it in another form.
  case otherVersion(Int)
  /// It was stored under another key.
  case otherKey
  /// It is shorter or longer than it says.
  case wrongLength
  /// Its bytes are not those that were written.
  case wrongChecksum
  /// It is larger than any entry.
  case tooLarge
  /// The file system does not give it.
  case unreadable(FileError)

  /// What the entry is, in words that follow its name.
  package var state: String {
    if case .unreadable = self { return "cannot be read" }
    return "is damaged"
  }

  /// The reason in words that follow "the stored result is unusable: ".
  package var message: String {
    switch self {
    case .notAnEntry: "the file is no stored result"
    case .otherVersion(let version): "it is of form \(version), and this is form \(Entry.version)"
    case .otherKey: "it was stored under another key"
    case .wrongLength: "it is shorter or longer than it should be"
    case .wrongChecksum: "its bytes have changed since it was written"
    case .tooLarge: "it is too large"
    case .unreadable(let error): error.message
    }
  }
}
