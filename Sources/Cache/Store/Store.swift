#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// Keeps results by content key in a folder that several processes may share.
///
/// An entry is one file, `train-3f2a….entry`, written whole or not at all. A file that is not
/// exactly what was stored under its key is deleted when it is found, and never used.
package struct Store: Sendable {
  /// What there is under a key.
  package enum Lookup: Sendable, Equatable {
    case found(Entry)
    case absent
    /// There was something that cannot be used; it has been deleted.
    case damaged(EntryDamage)
  }

  package let directory: String
  /// Entries beyond this many bytes in all make room, the longest unused first.
  package let sizeLimit: Int
  /// The most bytes that are read of one entry.
  private let entryLimit = 1 << 31

  /// Keeps entries in `directory`, which is made when the first is written.
  package init(directory: String, sizeLimit: Int = 2 << 30) {
    self.directory = directory
    self.sizeLimit = sizeLimit
  }

  /// The entry stored under a kind and key; reading it counts as use.
  package func read(kind: String, key: ContentKey) -> Lookup {
    let path = path(kind: kind, key: key)
    do {
      let entry = try load(path, key: key)
      touch(path)
      return .found(entry)
    } catch .unreadable(let error) where error.code == ENOENT {
      return .absent
    } catch {
      unlink(path)
      return .damaged(error)
    }
  }

  /// Stores an entry, replacing one of the same kind and key, and makes room where needed.
  package func write(_ entry: Entry, kind: String, key: ContentKey) throws(FileError) {
    let path = path(kind: kind, key: key)
    try AtomicFile.write(path, entry.encoded(key: key))
    // The entry is stored; a store that could not be tidied is not the run's concern.
    try? evict(keeping: Folder.name(of: path))
  }

  /// Deletes an entry, if there is one.
  package func remove(kind: String, key: ContentKey) {
    unlink(path(kind: kind, key: key))
  }

  private func load(_ path: String, key: ContentKey) throws(EntryDamage) -> Entry {
    let bytes: [UInt8]
    do {
      let file = try OpenFile(reading: path)
      let size = try file.size
      guard size <= entryLimit else { throw EntryDamage.tooLarge }
      bytes = try file.read(size)
    } catch let error as FileError {
      throw .unreadable(error)
    } catch {
      throw .tooLarge
    }
    return try Entry(decoding: bytes, key: key)
  }

  private func path(kind: String, key: ContentKey) -> String {
    let name = String(
      kind.unicodeScalars.prefix(60).map { scalar in
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
          ? Character(scalar) : "-"
      })
    // Half of the digits tell keys apart; the entry holds all of them.
    return "\(directory)/\(name)-\(key.hexadecimal.prefix(32))\(Self.suffix)"
  }

  static let suffix = ".entry"

  /// Sets the time that says when the entry was last used; it decides only what is evicted.
  private func touch(_ path: String) {
    _ = utimensat(AT_FDCWD, path, nil, 0)
  }
}
