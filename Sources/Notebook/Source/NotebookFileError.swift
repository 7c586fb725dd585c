import VisibleText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// A notebook's file that cannot be read as text.
package struct NotebookFileError: Error, Sendable, Equatable, CustomStringConvertible {
  package enum Reason: Sendable, Equatable {
    case missing
    case isAFolder
    /// It is a pipe, a device or the like.
    case notAFile
    /// The line where the first byte that is not UTF-8 stands, from 1.
    case notUTF8(line: Int)
    /// The most bytes a notebook may have.
    case tooLarge(limit: Int)
    /// The system's error number.
    case unreadable(code: Int32)
  }

  /// The path as the user wrote it.
  package let path: String
  package let reason: Reason

  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// The error in one line: the path, what is wrong, and what to do.
  package var description: String { "\(makingControlsVisible(path)): error: \(message)" }

  /// What is wrong, and what to do.
  package var message: String {
    switch reason {
    case .missing: "no such file; check the path"
    case .isAFolder: "is a folder; name the notebook's file"
    case .notAFile: "is a pipe or a device; name the notebook's file"
    case .notUTF8(let line): "line \(line) is not UTF-8 text; save the notebook as UTF-8"
    case .tooLarge(let limit): "is larger than \(limit >> 20) MiB; a notebook is text only"
    case .unreadable(let code): "cannot be read: \(String(cString: strerror(code)))"
    }
  }
}
