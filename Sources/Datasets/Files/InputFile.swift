#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A regular file open for reading, closed by its owner.
final class InputFile: Sendable {
  let path: String
  private let descriptor: Int32
  private let isCancelled: @Sendable () -> Bool
  /// How many bytes it has.
  let size: Int

  /// Opens a file; a pipe or a device is refused, since it may never come to an end.
  ///
  /// `isCancelled` is asked before each read, from any thread.
  init(
    _ path: String, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(DatasetError) {
    // Without O_NONBLOCK, opening a named pipe would wait for a writer.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw DatasetError(.cannotRead(code: errno), in: path) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw DatasetError(.cannotRead(code: code), in: path)
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw DatasetError(.isDirectory, in: path)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw DatasetError(.isNoFile, in: path)
    }
    self.path = path
    self.isCancelled = isCancelled
    self.descriptor = descriptor
    size = Int(status.st_size)
  }

  deinit {
    close(descriptor)
  }

  /// Throws where the reading is no longer wanted.
  func checkCancelled() throws(DatasetError) {
    if isCancelled() { throw DatasetError(.cancelled, in: path) }
  }

  /// Fills `buffer` from `offset` on; returns how many bytes there were, fewer only at the end.
  func read(at offset: Int, into buffer: inout [UInt8]) throws(DatasetError) -> Int {
    try buffer.withUnsafeMutableBytes { bytes in
      Result { () throws(DatasetError) in try read(at: offset, into: bytes) }
    }.get()
  }

  /// Fills `buffer` from `offset` on; returns how many bytes there were, fewer only at the end.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(DatasetError) -> Int
  {
    try checkCancelled()
    var count = 0
    while count < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
      let size = pread(descriptor, rest.baseAddress, rest.count, off_t(offset + count))
      if size < 0, errno == EINTR { continue }
      guard size >= 0 else { throw DatasetError(.cannotRead(code: errno), in: path) }
      if size == 0 { break }
      count += size
    }
    return count
  }
}

extension InputFile {
  /// Whether there is something at a path; a folder that cannot be looked into is an error.
  static func exists(_ path: String) throws(DatasetError) -> Bool {
    guard access(path, F_OK) != 0 else { return true }
    let code = errno
    guard code == ENOENT else { throw DatasetError(cannotRead: path, code: code) }
    return false
  }
}
