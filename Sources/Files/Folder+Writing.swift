#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

extension Folder {
  /// Writes a new file, never over another; on an error there is no such file, unless it was there
  /// before.
  ///
  /// - Parameter isSynced: whether to wait until it is on the disk.
  package func create(_ name: String, _ bytes: [UInt8], isSynced: Bool = true) throws(FileError) {
    let file = try NewFile(name, in: descriptor, path: path(of: name))
    do {
      try file.write(bytes)
      if isSynced { try file.sync() }
    } catch {
      delete(name)
      throw error
    }
  }

  /// Writes `bytes` beside a file, waits until they are on the disk, and takes its name.
  ///
  /// On an error nothing has changed and nothing is left over.
  package func write(_ name: String, _ bytes: [UInt8]) throws(FileError) {
    let temporary = try writeBeside(name, bytes)
    do {
      try move(temporary, to: self, name)
    } catch {
      delete(temporary)
      throw error.code == ENOENT ? FileError(.write, path(of: name), .deletedMeanwhile) : error
    }
    try sync()
  }

  /// Writes a file unless it has these very bytes already, which are then as new as if it had.
  package func keep(_ name: String, _ bytes: [UInt8]) throws(FileError) {
    if (try? read(name, atMost: bytes.count)) == bytes, touch(name) { return }
    try write(name, bytes)
  }

  private func writeBeside(_ name: String, _ bytes: [UInt8]) throws(FileError) -> String {
    while true {
      let temporary = TemporaryName.next(beside: name)
      do {
        try create(temporary, bytes)
        return temporary
      } catch {
        // A process of the same number was killed here once; the next name is free.
        if error.operation == .create, error.code == EEXIST { continue }
        throw FileError(
          .write, path(of: name), error.code == ENOENT ? .deletedMeanwhile : error.reason)
      }
    }
  }

  /// Gives a file another name, in this folder or another, replacing what has it.
  package func move(_ name: String, to folder: Folder, _ other: String) throws(FileError) {
    guard renameat(descriptor, name, folder.descriptor, other) == 0 else {
      throw FileError(.replace, folder.path(of: other))
    }
  }

  /// Deletes a file or a link, never what a link leads to; tells whether it could.
  @discardableResult
  package func delete(_ name: String) -> Bool { unlinkat(descriptor, name, 0) == 0 }

  /// Makes a file as new as if it had been written now; tells whether it could.
  package func touch(_ name: String) -> Bool {
    utimensat(descriptor, name, nil, AT_SYMLINK_NOFOLLOW) == 0
  }

  /// Deletes a folder with nothing in it; tells whether it could.
  @discardableResult
  package func deleteFolder(_ name: String) -> Bool {
    unlinkat(descriptor, name, AT_REMOVEDIR) == 0
  }

  /// Deletes a folder with everything in it, as far as it can; links are not followed.
  package func deleteTree(_ name: String) {
    if let folder = try? folder(name) {
      for inner in (try? folder.textNames()) ?? [] {
        if FileStatus(inner, in: folder)?.kind == .folder {
          folder.deleteTree(inner)
        } else {
          folder.delete(inner)
        }
      }
    }
    deleteFolder(name)
  }

  /// Waits until a file is on the disk.
  package func sync(_ name: String) throws(FileError) {
    let file = openDescriptor(name, in: descriptor, O_RDONLY | O_NOFOLLOW)
    guard file >= 0 else { throw FileError(.write, path(of: name)) }
    defer { close(file) }
    guard retrying({ fsync(file) }) == 0 else { throw FileError(.write, path(of: name)) }
  }

  /// Waits until the folder's names are on the disk.
  package func sync() throws(FileError) {
    guard retrying({ fsync(descriptor) }) != 0 else { return }
    // Some file systems do not sync folders; their names are as safe as they get.
    guard errno == EINVAL || errno == ENOTSUP else { throw FileError(.write, path) }
  }
}
