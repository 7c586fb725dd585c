#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why a text file cannot be read.
package enum SourceFileError: Error, Sendable, Equatable, CustomStringConvertible {
  case cannotRead(path: String, reason: String)
  case isDirectory(path: String)
  case tooLarge(path: String)
  /// The file is not UTF-8; the first bad byte is on that line.
  case notText(path: String, line: Int)

  package var description: String {
    switch self {
    case .cannotRead(let path, let reason): "\(path): \(reason)"
    case .isDirectory(let path): "\(path): this is a folder, not a file"
    case .tooLarge(let path): "\(path): a text of more than 16 MiB is not read"
    case .notText(let path, let line): "\(path):\(line): this is not UTF-8 text; save it as UTF-8"
    }
  }
}

extension SourceFile {
  private static let largest = 16 << 20

  /// Reads a UTF-8 text file; a byte order mark is left out.
  package init(contentsOf path: String) throws(SourceFileError) {
    let bytes = try Self.bytes(path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .notText(path: path, line: Self.firstBadLine(bytes))
    }
    self.init(path: path, text: text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
  }

  private static func bytes(_ path: String) throws(SourceFileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .cannotRead(path: path, reason: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EISDIR { throw .isDirectory(path: path) }
      guard count > 0 else {
        throw .cannotRead(path: path, reason: String(cString: strerror(errno)))
      }
      bytes += buffer[..<count]
      if bytes.count > largest { throw .tooLarge(path: path) }
    }
  }

  private static func firstBadLine(_ bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let bad = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
    return (bad ?? 0) + 1
  }
}
