package import Files
import VisibleText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// A notebook's file, or one that it names, that cannot be read as text.
package struct NotebookFileError: Error, Sendable, Equatable, CustomStringConvertible {
  package enum Reason: Sendable, Equatable {
    case missing
    /// It is a link to a file that may not be read.
    case leadsOutside(ReadingRefusal)
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
  package var description: String {
    "\(path.isEmpty ? "''" : makingControlsVisible(path)): error: \(message)"
  }

  /// What is wrong, and what to do.
  package var message: String { help.map { "\(fact); \($0)" } ?? fact }

  /// What is wrong, in words that follow the path and a colon.
  package var fact: String {
    switch reason {
    case .missing: "no such file"
    case .leadsOutside(let refusal): "is a link, and the file that it leads to \(refusal.fact)"
    case .isAFolder: "is a folder"
    case .notAFile: "is a pipe, a socket or a device"
    case .notUTF8(let line): "line \(line) is not UTF-8 text"
    case .tooLarge(let limit): "is larger than \(limit >> 20) MiB"
    case .unreadable(let code): "cannot be read: \(String(cString: strerror(code)))"
    }
  }

  private var help: String? {
    switch reason {
    // What stands for bytes that are no UTF-8: no file can be named by it.
    case .missing where path.contains("\u{FFFD}"):
      "rename it where its name is not UTF-8, or check the path"
    case .missing: "check the path"
    case .leadsOutside: "name that file itself, or allow its folder with --allow-read DIR"
    case .isAFolder, .notAFile: "name the notebook's file"
    case .notUTF8: "save the notebook as UTF-8"
    case .tooLarge: "a notebook is text only"
    case .unreadable: nil
    }
  }

  /// What to do where a notebook names the file.
  package var namingHelp: String {
    switch reason {
    case .missing: helpForMissing(path)
    case .leadsOutside(let refusal): refusal.help
    case .isAFolder, .notAFile: "name a file"
    case .notUTF8: "save it as UTF-8"
    case .tooLarge: "name a smaller file"
    case .unreadable: "allow this user to read it"
    }
  }
}
