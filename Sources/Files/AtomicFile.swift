#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// Writes files at paths of the user's own so that a reader finds the old contents or the new,
/// never a part.
package enum AtomicFile {
  /// Writes `bytes` beside `path`, waits until they are on the disk, and takes the name.
  ///
  /// Folders that are missing are made. On an error nothing has changed and nothing is left over.
  package static func write(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    try Folder.make(Folder.parent(of: path)).write(Folder.name(of: path), bytes)
  }

  /// Writes a new file, never over another, and waits until it is on the disk; on an error there is
  /// no such file, unless it was there before.
  package static func create(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    let file = try NewFile(path, in: AT_FDCWD, path: path)
    do {
      try file.write(bytes)
      try file.sync()
    } catch {
      unlink(path)
      throw error
    }
  }
}
