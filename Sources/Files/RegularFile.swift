#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// A regular file open for reading, closed when its owner is done with it.
///
/// Folders, pipes, sockets and devices are refused at once: they could keep a reader waiting, or never end.
package struct RegularFile: ~Copyable, Sendable {
  package let path: String
  /// Bytes it had when it was opened, as the file system says.
  package let size: Int
  private let descriptor: Int32

  /// Opens the file at a path; a link at its end is refused where it is not to be followed.
  package init(_ path: String, followingLink: Bool = true) throws(FileError) {
    try self.init(path, AT_FDCWD, followingLink ? 0 : O_NOFOLLOW, path)
  }

  /// Opens the file that a name stands for in a folder; never a link.
  package init(_ name: String, in folder: Folder) throws(FileError) {
    guard Folder.isName(name) else { throw FileError(.read, folder.path(of: name), .badName) }
    try self.init(name, folder.descriptor, O_NOFOLLOW, folder.path(of: name))
  }

  private init(
    _ name: String, _ folder: Int32, _ flags: Int32, _ path: String
  ) throws(FileError) {
    guard !name.utf8.contains(0) else { throw FileError(.read, path, .code(ENOENT)) }
    // Without O_NONBLOCK, opening a pipe would wait for a writer.
    let descriptor = openDescriptor(name, in: folder, flags | O_RDONLY | O_NONBLOCK)
    guard descriptor >= 0 else {
      let reason: FileError.Reason =
        switch errno {
        case ELOOP where flags != 0: .isALink
        case ENXIO, EOPNOTSUPP: .notRegular
        case let code: .code(code)
        }
      throw FileError(.read, path, reason)
    }
    var status = stat()
    var reason: FileError.Reason?
    if fstat(descriptor, &status) != 0 {
      reason = .code(errno)
    } else if status.st_mode & S_IFMT != S_IFREG {
      reason = status.st_mode & S_IFMT == S_IFDIR ? .code(EISDIR) : .notRegular
    }
    if let reason {
      close(descriptor)
      throw FileError(.read, path, reason)
    }
    self.path = path
    self.descriptor = descriptor
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// Fills `buffer` from `offset` on; returns how many bytes there were, fewer only at the end.
  package func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(FileError)
    -> Int
  {
    var count = 0
    while count < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
      let size = retrying {
        pread(descriptor, rest.baseAddress, rest.count, off_t(offset + count))
      }
      guard size >= 0 else { throw FileError(.read, path) }
      if size == 0 { break }
      count += size
    }
    return count
  }

  /// Gives every byte to `body`, piece by piece, and tells how many there were.
  ///
  /// The file's size does not matter to how much memory is used. `isCancelled` is asked before each
  /// piece, and ends the reading with an error.
  package func forEachPiece(
    isCancelled: () -> Bool = { false }, _ body: (UnsafeRawBufferPointer) -> Void
  ) throws(FileError) -> Int {
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { piece.deallocate() }
    var offset = 0
    while true {
      if isCancelled() { throw FileError(.read, path, .cancelled) }
      let count = try read(at: offset, into: piece)
      body(UnsafeRawBufferPointer(rebasing: piece[..<count]))
      offset += count
      if count < piece.count { return offset }
    }
  }

  /// All bytes; an error where there are more than `limit`.
  package func contents(atMost limit: Int) throws(FileError) -> [UInt8] {
    guard size <= limit else { throw FileError(.read, path, .tooLarge(byteCount: size)) }
    var bytes: [UInt8] = []
    // One byte more than there should be shows the end; some file systems tell no size.
    var room = size + 1
    while true {
      let piece = try piece(at: bytes.count, room)
      bytes = bytes.isEmpty ? piece : bytes + piece
      guard bytes.count <= limit else {
        throw FileError(.read, path, .tooLarge(byteCount: bytes.count))
      }
      if piece.count < room { return bytes }
      room = 1 << 16
    }
  }

  private func piece(at offset: Int, _ count: Int) throws(FileError) -> [UInt8] {
    var failure: FileError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(FileError) {
        let room = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[..<count])
        filled = try read(at: offset, into: room)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }
}
