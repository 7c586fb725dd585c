package import Files

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
    /// There was something that cannot be used; it has been deleted, but for what the system does
    /// not give for now.
    case damaged(EntryDamage)
  }

  package let location: FolderLocation
  /// Entries beyond this many bytes in all make room, the longest unused first.
  package let sizeLimit: Int
  /// Whether processes of other machines may read and write it at the same time: then an entry that
  /// is young may be seen before it is whole, and nothing makes room that another may need.
  package let isShared: Bool
  /// In a shared store, how young an entry is that may not be whole yet, in seconds.
  private let youth = 120
  /// The most bytes of one entry, which are read and written.
  package let entryLimit: Int
  /// The most bytes that are read of a note.
  private let noteLimit = 1 << 26
  private let tidying = Tidying()

  /// Keeps entries in a folder, which is made when the first is written.
  package init(
    _ location: FolderLocation, sizeLimit: Int = 2 << 30, entryLimit: Int = 1 << 31,
    isShared: Bool = false
  ) {
    self.entryLimit = entryLimit
    self.location = location
    self.sizeLimit = sizeLimit
    self.isShared = isShared
  }

  /// The entry stored under a kind and key; reading it counts as use.
  package func read(kind: String, key: ContentKey) -> Lookup {
    let name = fileName(kind: kind, key: key)
    do throws(FileError) {
      let folder = try location.open()
      do throws(EntryDamage) {
        let entry = try load(name, in: folder, key: key)
        // The time says when the entry was last used; it decides only what is evicted.
        _ = utimensat(folder.descriptor, name, nil, AT_SYMLINK_NOFOLLOW)
        return .found(entry)
      } catch .unreadable(let error) where error.code == ENOENT {
        return .absent
      } catch  where isShared && isYoung(name, in: folder) {
        return .absent
      } catch .unreadable(let error) where error.code != nil {
        // Short of descriptors, or a disk that fails: what is there may be whole.
        return .damaged(.unreadable(error))
      } catch {
        folder.delete(name)
        return .damaged(error)
      }
    } catch {
      return error.code == ENOENT ? .absent : .damaged(.unreadable(error))
    }
  }

  /// Stores an entry, replacing one of the same kind and key, and makes room where needed.
  ///
  /// One that is too large to be read again is an error, and not stored.
  package func write(_ entry: Entry, kind: String, key: ContentKey) throws(FileError) {
    let name = fileName(kind: kind, key: key)
    let bytes = entry.encoded(key: key)
    guard bytes.count <= entryLimit else {
      throw FileError(.write, name, .tooLarge(byteCount: bytes.count))
    }
    let folder = try location.make()
    try folder.write(name, bytes)
    // The entry is stored; a store that could not be tidied is not the run's concern.
    if tidying.isDue(after: entry.byteCount, limit: sizeLimit), !isShared {
      try? evict(from: folder, keeping: name)
    }
  }

  /// Deletes an entry, if there is one.
  package func remove(kind: String, key: ContentKey) {
    _ = try? location.open().delete(fileName(kind: kind, key: key))
  }

  /// What was last written under a name beside the entries; `nil` for nothing that can be read.
  package func note(_ name: String) -> [UInt8]? {
    try? location.open().read(name, atMost: noteLimit)
  }

  /// Keeps bytes under a name beside the entries, whole or not at all.
  package func writeNote(_ name: String, _ bytes: [UInt8]) throws(FileError) {
    try location.make().keep(name, bytes)
  }

  /// Whether an entry was written a moment ago, by the clock of the machine that keeps the files.
  private func isYoung(_ name: String, in folder: Folder) -> Bool {
    var now = timespec()
    guard clock_gettime(CLOCK_REALTIME, &now) == 0, let status = FileStatus(name, in: folder)
    else { return false }
    return Int(now.tv_sec) - status.time / 1_000_000_000 < youth
  }

  private func load(_ name: String, in folder: Folder, key: ContentKey) throws(EntryDamage) -> Entry
  {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try folder.read(name, atMost: entryLimit)
    } catch {
      if case .tooLarge = error.reason { throw .tooLarge }
      throw .unreadable(error)
    }
    return try Entry(decoding: bytes, key: key)
  }

  private func fileName(kind: String, key: ContentKey) -> String {
    let name = String(
      kind.unicodeScalars.prefix(60).map { scalar in
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
          ? Character(scalar) : "-"
      })
    // Half of the digits tell keys apart; the entry holds all of them.
    return "\(name)-\(key.hexadecimal.prefix(32))\(Self.suffix)"
  }

  static let suffix = ".entry"
}
