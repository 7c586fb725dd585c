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

  /// What the store takes now.
  package var space: Space {
    get throws(FileError) {
      let files = try files()
      return Space(entries: files.count, bytes: files.reduce(0) { $0 + $1.size })
    }
  }

  /// Deletes every entry and what killed runs left, and tells what the entries took.
  ///
  /// Other files in the folder stay; the folder goes with its last file.
  package func clean() throws(FileError) -> Space {
    var freed = Space(entries: 0, bytes: 0)
    for file in try files() where try delete(file.name) {
      freed = Space(entries: freed.entries + 1, bytes: freed.bytes + file.size)
    }
    for name in try Folder.names(in: directory) where TemporaryName.matches(name) {
      _ = try delete(name)
    }
    rmdir(directory)
    return freed
  }

  /// Deletes the entries longest unused until the limit is kept, but not `name`.
  func evict(keeping name: String) throws(FileError) {
    for path in TemporaryName.leftovers(in: directory) { unlink(path) }
    let files = try files()
    var bytes = files.reduce(0) { $0 + $1.size }
    guard bytes > sizeLimit else { return }
    for file in files.sorted(by: { ($0.time, $0.name) < ($1.time, $1.name) })
    where bytes > sizeLimit && file.name != name {
      if try delete(file.name) { bytes -= file.size }
    }
  }

  private struct File {
    let name: String
    let size: Int
    let time: Int
  }

  private func files() throws(FileError) -> [File] {
    try Folder.names(in: directory).compactMap { name in
      guard name.hasSuffix(Self.suffix), let status = FileStatus("\(directory)/\(name)"),
        status.kind == .file
      else { return nil }
      return File(name: name, size: status.size, time: status.time)
    }
  }

  /// Deletes a file and tells whether it was there.
  private func delete(_ name: String) throws(FileError) -> Bool {
    let path = "\(directory)/\(name)"
    if unlink(path) == 0 { return true }
    guard errno == ENOENT else { throw FileError(.delete, path) }
    return false
  }
}
