#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// Writes files so that a reader finds the old contents or the new, never a part.
package enum AtomicFile {
  /// Writes `bytes` beside `path`, waits until they are on the disk, and takes the name.
  ///
  /// Folders that are missing are made. On an error nothing has changed and nothing is left over.
  package static func write(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    let folder = Folder.parent(of: path)
    try Folder.create(folder)
    let temporary = try writeBeside(path, in: folder, bytes)
    do {
      try Folder.move(temporary, to: path)
    } catch {
      unlink(temporary)
      throw error
    }
    try Folder.sync(folder)
  }

  private static func writeBeside(
    _ path: String, in folder: String, _ bytes: [UInt8]
  ) throws(FileError) -> String {
    while true {
      let temporary = "\(folder)/\(TemporaryName.next(beside: Folder.name(of: path)))"
      do {
        try create(temporary, bytes)
        return temporary
      } catch {
        // A process of the same number was killed here once; the next name is free.
        if error.operation == .create, error.code == EEXIST { continue }
        throw FileError(.write, path, error.reason)
      }
    }
  }

  /// Writes a new file, never over another, and waits until it is on the disk; on an error there is
  /// no such file, unless it was there before.
  package static func create(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    let file = try OpenFile(creating: path)
    do {
      try file.write(bytes)
      try file.sync()
    } catch {
      unlink(path)
      throw error
    }
  }
}
