/// A format of images that browsers show, told by the first bytes of a file.
enum ImageFormat: String {
  case png = "image/png"
  case jpeg = "image/jpeg"
  case gif = "image/gif"
  case webP = "image/webp"
  /// Shown as an image, an SVG runs no script and loads nothing.
  case svg = "image/svg+xml"

  var mediaType: String { rawValue }

  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if bytes.starts(with: "GIF87a".utf8) || bytes.starts(with: "GIF89a".utf8) {
      self = .gif
    } else if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
      self = .webP
    } else if Self.isSVG(bytes) {
      self = .svg
    } else {
      return nil
    }
  }

  /// Whether the text begins as SVG does, behind an XML declaration, comments or a document type.
  private static func isSVG(_ bytes: [UInt8]) -> Bool {
    var text = Substring(String(decoding: bytes.prefix(4096), as: UTF8.self))
    if text.first == "\u{FEFF}" { text.removeFirst() }
    while true {
      text = text.drop(while: \.isWhitespace)
      if text.hasPrefix("<svg") { return true }
      let end = text.hasPrefix("<!--") ? "-->" : ">"
      guard text.hasPrefix("<?xml") || text.hasPrefix("<!"), let rest = text.rest(behind: end)
      else { return false }
      text = rest
    }
  }
}

extension Substring {
  /// What follows the first occurrence of a text; `nil` where there is none.
  fileprivate func rest(behind text: String) -> Substring? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return self[start...].dropFirst(text.count) }
      start = index(after: start)
    }
    return nil
  }
}
