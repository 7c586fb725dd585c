#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file open for reading, closed by its owner.
final class InputFile: Sendable {
  let path: String
  private let descriptor: Int32
  /// How many bytes it has.
  let size: Int

  init(_ path: String) throws(DatasetError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
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
    self.path = path
    self.descriptor = descriptor
    size = Int(status.st_size)
  }

  deinit {
    close(descriptor)
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

/// Whether there is something at a path.
func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
