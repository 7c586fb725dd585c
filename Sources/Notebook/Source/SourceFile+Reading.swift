#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

extension SourceFile {
  /// The most bytes a notebook may have.
  static let sizeLimit = 16 << 20

  /// Reads a text file in UTF-8.
  package init(contentsOf path: String) throws(NotebookFileError) {
    let bytes = try Self.bytes(of: path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw NotebookFileError(path: path, reason: .notUTF8(line: Self.firstBadLine(of: bytes)))
    }
    self.init(path: path, text: text)
  }

  /// The bytes of a regular file that is no larger than a notebook may be.
  package static func bytes(of path: String) throws(NotebookFileError) -> [UInt8] {
    // Without O_NONBLOCK, opening a named pipe would wait for a writer.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(path) }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw NotebookFileError(path: path, reason: .isAFolder)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw NotebookFileError(path: path, reason: .isNoFile)
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(path) }
      guard count > 0 else { return bytes }
      bytes += chunk.prefix(count)
      guard bytes.count <= sizeLimit else {
        throw NotebookFileError(path: path, reason: .tooLarge(limit: sizeLimit))
      }
    }
  }

  private static func failure(_ path: String) -> NotebookFileError {
    let code = errno
    let isMissing = code == ENOENT || code == ENOTDIR
    return NotebookFileError(path: path, reason: isMissing ? .missing : .unreadable(code: code))
  }

  private static func firstBadLine(of bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let bad = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
    return (bad ?? 0) + 1
  }
}
