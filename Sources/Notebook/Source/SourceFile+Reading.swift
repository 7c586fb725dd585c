import Files

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

  /// The bytes of a file that is no larger than a notebook may be.
  package static func bytes(of path: String) throws(NotebookFileError) -> [UInt8] {
    do throws(FileError) {
      return try RegularFile(path).contents(atMost: sizeLimit)
    } catch {
      let reason: NotebookFileError.Reason =
        switch error.reason {
        case .code(ENOENT), .code(ENOTDIR): .missing
        case .code(EISDIR): .isAFolder
        case .code(let code): .unreadable(code: code)
        case .tooLarge: .tooLarge(limit: sizeLimit)
        default: .notAFile
        }
      throw NotebookFileError(path: path, reason: reason)
    }
  }

  private static func firstBadLine(of bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let bad = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
    return (bad ?? 0) + 1
  }
}
