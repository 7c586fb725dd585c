package import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

extension Store {
  /// A number of entries and the bytes they take.
  package struct Space: Sendable, Equatable {
    package let entries: Int
    package let bytes: Int

    package init(entries: Int, bytes: Int) {
      self.entries = entries
      self.bytes = bytes
    }
  }

  /// Deletes every entry and what killed runs left, and tells what the entries took.
  ///
  /// Other files in the folder stay; the folder goes with its last file.
  package func clean() throws(FileError) -> Space {
    var freed = Space(entries: 0, bytes: 0)
    guard let folder = try folder() else { return freed }
    for file in try files(in: folder) where try delete(file.name, in: folder) {
      freed = Space(entries: freed.entries + 1, bytes: freed.bytes + file.size)
    }
    for name in try folder.textNames() where TemporaryName.matches(name) {
      _ = try delete(name, in: folder)
    }
    location.deleteIfEmpty()
    return freed
  }

  /// Deletes the entries longest unused until the limit is kept, but not `name`.
  func evict(from folder: Folder, keeping name: String) throws(FileError) {
    for leftover in TemporaryName.leftovers(in: folder) { folder.delete(leftover) }
    let files = try files(in: folder)
    var bytes = files.reduce(0) { $0 + $1.size }
    guard bytes > sizeLimit else { return }
    for file in files.sorted(by: { ($0.time, $0.name) < ($1.time, $1.name) })
    where bytes > sizeLimit && file.name != name {
      if try delete(file.name, in: folder) { bytes -= file.size }
    }
  }

  private struct File {
    let name: String
    /// In bytes; of a sparse file far beyond any disk only as much as keeps sums numbers.
    let size: Int
    let time: Int
  }

  /// The store's folder; `nil` where there is none yet.
  private func folder() throws(FileError) -> Folder? {
    do {
      return try location.open()
    } catch {
      guard error.code == ENOENT else { throw error }
      return nil
    }
  }

  private func files(in folder: Folder) throws(FileError) -> [File] {
    try folder.textNames().compactMap { name in
      guard name.hasSuffix(Self.suffix), let status = FileStatus(name, in: folder),
        status.kind == .file
      else { return nil }
      return File(name: name, size: min(status.size, 1 << 40), time: status.time)
    }
  }

  /// Deletes a file and tells whether it was there.
  private func delete(_ name: String, in folder: Folder) throws(FileError) -> Bool {
    if folder.delete(name) { return true }
    guard errno == ENOENT else { throw FileError(.delete, folder.path(of: name)) }
    return false
  }
}
