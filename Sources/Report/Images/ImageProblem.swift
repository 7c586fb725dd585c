package import Files

/// An image of the prose that cannot be part of the page.
package struct ImageProblem: Error, Sendable, Equatable, CustomStringConvertible {
  package enum Reason: Sendable, Equatable {
    /// The path is an address, or starts at the root of the file system.
    case notRelative
    case notFound
    /// The path leads, perhaps through a symbolic link, to where the notebook may not read.
    case refused(ReadingRefusal)
    /// It is there, and may not be read.
    case unreadable
    case notAFile
    case tooLarge(byteCount: Int)
    /// With it, and as often as it is shown, the images of the page are more than it should hold.
    case tooLargeInAll(byteCount: Int)
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
      case .notRelative: "is not a path that starts at the notebook's folder"
      case .notFound: "cannot be found"
      case .unreadable: "cannot be read: permission denied"
      case .refused(let refusal): refusal.fact
      case .notAFile: "is not a file"
      case .tooLarge(let count): "has \(byteText(count)), more than a page should hold"
      case .tooLargeInAll(let count):
        "brings the images of the page to \(byteText(count)), more than it should hold"
      case .unknownFormat: "is no PNG, JPEG, GIF, WebP or SVG"
      }
    return "image '\(path)' \(problem)"
  }

  /// What to do, in one line.
  package var help: String {
    switch reason {
    case .notRelative: "put the image into the notebook's folder and write its path from there"
    case .refused(let refusal): refusal.help
    case .unreadable: "make it readable, and the folders it is in"
    case .notFound: helpForMissing(path)
    case .notAFile: "name the file of an image"
    case .tooLarge: "make it smaller: up to 4 MiB"
    case .tooLargeInAll:
      "show fewer or smaller images: the page holds one as often as it is shown, up to 64 MiB in all"
    case .unknownFormat: "save it in one of these formats"
    }
  }

  package var description: String { "\(message); \(help)" }
}
