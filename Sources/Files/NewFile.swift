#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// A file that was not there before, open for writing and closed with its owner.
struct NewFile: ~Copyable {
  private let descriptor: Int32
  private let path: String

  /// Makes a file beneath a folder; an existing one, or a link, is an error.
  init(_ name: String, in folder: Int32, path: String) throws(FileError) {
    descriptor = openDescriptor(name, in: folder, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
    self.path = path
    guard descriptor >= 0 else {
      let isAbsent = errno == ENOENT && folder == AT_FDCWD
      throw FileError(.create, path, isAbsent ? Folder.absence(above: path) : .code(errno))
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  func write(_ bytes: [UInt8]) throws(FileError) {
    guard writeAll(bytes, to: descriptor) else { throw FileError(.write, path) }
  }

  /// Waits until what was written is on the disk.
  func sync() throws(FileError) {
    guard retrying({ fsync(descriptor) }) == 0 else { throw FileError(.write, path) }
  }
}
