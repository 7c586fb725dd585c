/// A piece of HTML in which everything that came from outside has been escaped.
struct HTML: Sendable, Equatable, ExpressibleByStringInterpolation {
  private(set) var text: String

  /// Text that is HTML already.
  init(trusted text: String) { self.text = text }

  /// A literal is HTML.
  init(stringLiteral text: String) { self.text = text }

  init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

  static let empty = HTML(trusted: "")

  static func + (a: HTML, b: HTML) -> HTML { HTML(trusted: a.text + b.text) }
  static func += (a: inout HTML, b: HTML) { a.text += b.text }

  /// Literal parts are HTML; interpolated text is escaped, for contents and quoted attributes
  /// alike, and interpolated HTML is taken as it is.
  struct Interpolation: StringInterpolationProtocol {
    var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity * 2)
    }

    mutating func appendLiteral(_ literal: String) { text += literal }
    mutating func appendInterpolation(_ html: HTML) { text += html.text }
    mutating func appendInterpolation(_ number: Int) { text += String(number) }
    mutating func appendInterpolation(_ string: String) { text += escaped(string) }
  }
}

/// A text with the characters replaced that mean something in HTML.
func escaped(_ text: String) -> String {
  var result = ""
  result.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    // HTML has no place for control characters but tab and line ends.
    case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{7F}"..."\u{9F}":
      result += "\u{FFFD}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

extension Sequence<HTML> {
  func joined(separator: HTML = .empty) -> HTML {
    HTML(trusted: map(\.text).joined(separator: separator.text))
  }
}
