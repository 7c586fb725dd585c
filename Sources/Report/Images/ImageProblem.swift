/// An image of the prose that cannot be part of the page.
package struct ImageProblem: Error, Sendable, Equatable, CustomStringConvertible {
  package enum Reason: Sendable, Equatable {
    /// The path is an address, or starts at the root of the file system.
    case notRelative
    case notFound
    /// It is there, and may not be read.
    case unreadable
    /// The path leads out of the notebook's folder, perhaps through a symbolic link.
    case outsideFolder
    case notAFile
    case tooLarge(byteCount: Int)
    case unknownFormat
  }

  /// The path as the notebook writes it.
  package let path: String
  package let reason: Reason

  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// What is wrong, in one line with no full stop.
  package var message: String {
    let problem =
      switch reason {
      case .notRelative: "is not a path within the notebook's folder"
      case .notFound: "cannot be found"
      case .unreadable: "cannot be read: permission denied"
      case .outsideFolder: "lies outside the notebook's folder"
      case .notAFile: "is not a file"
      case .tooLarge(let count): "has \(byteText(count)), more than a page should hold"
      case .unknownFormat: "is no PNG, JPEG, GIF, WebP or SVG"
      }
    return "image '\(path)' \(problem)"
  }

  /// What to do, in one line.
  package var help: String {
    switch reason {
    case .notRelative, .outsideFolder:
      "put the image into the notebook's folder and write its path from there"
    case .unreadable: "make it readable, and the folders it is in"
    case .notFound, .notAFile: "paths start at the notebook's folder"
    case .tooLarge: "make it smaller: up to 4 MiB"
    case .unknownFormat: "save it in one of these formats"
    }
  }

  package var description: String { "\(message); \(help)" }
}
