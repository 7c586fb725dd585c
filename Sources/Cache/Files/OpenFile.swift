#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// An open file or folder, closed when its owner is done with it.
struct OpenFile: ~Copyable {
  let descriptor: Int32
  let path: String

  /// Opens for reading.
  init(reading path: String) throws(FileError) {
    try self.init(path, O_RDONLY, .read)
  }

  /// Makes a new file and opens it for writing; an existing one is an error.
  init(creating path: String) throws(FileError) {
    try self.init(path, O_WRONLY | O_CREAT | O_EXCL, .create)
  }

  /// Opens for reading and writing, making the file where there is none.
  init(updating path: String) throws(FileError) {
    try self.init(path, O_RDWR | O_CREAT, .lock)
  }

  private init(
    _ path: String, _ flags: Int32, _ operation: FileError.Operation
  ) throws(FileError) {
    let descriptor = retrying { open(path, flags | O_CLOEXEC, 0o666) }
    guard descriptor >= 0 else { throw FileError(operation, path) }
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// Size in bytes, as the file system says.
  var size: Int {
    get throws(FileError) {
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { throw FileError(.read, path) }
      return Int(status.st_size)
    }
  }

  /// Reads `count` bytes from the beginning, fewer where the file is shorter.
  func read(_ count: Int) throws(FileError) -> [UInt8] {
    var failure: FileError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        guard let base = buffer.baseAddress else { return }
        let done = retrying {
          pread(descriptor, base + filled, count - filled, off_t(filled))
        }
        if done < 0 { failure = FileError(.read, path) }
        guard done > 0 else { return }
        filled += done
      }
    }
    if let failure { throw failure }
    return bytes
  }

  func write(_ bytes: [UInt8]) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let done = bytes.withUnsafeBytes { buffer in
        buffer.baseAddress.map { base in
          retrying { systemWrite(descriptor, base + written, bytes.count - written) }
        } ?? 0
      }
      guard done >= 0 else { throw FileError(.write, path) }
      written += done
    }
  }

  /// Waits until the bytes are on the disk.
  func sync() throws(FileError) {
    guard retrying({ fsync(descriptor) }) == 0 else { throw FileError(.write, path) }
  }
}

/// Repeats a system call that a signal interrupted.
func retrying<Result: BinaryInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}

/// The system's `write`, which the method of that name hides.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
