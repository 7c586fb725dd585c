/// Markup in which whatever came in as text has been escaped.
///
/// Written as a literal: what is interpolated as a `String` is escaped, what is `HTML` already is
/// taken as it is. So text is escaped exactly once, in the one place where it meets markup.
///
///     let cell: HTML = "<td title=\"\(hint)\">\(text)</td>"
struct HTML: Sendable, Equatable {
  private(set) var markup: String

  /// Takes markup from a source that is part of the program or was made by it.
  init(markup: String) {
    self.markup = markup
  }

  /// Escapes text for a text node and for an attribute in quotes.
  init(text: String) {
    markup = escaped(text)
  }

  var isEmpty: Bool { markup.isEmpty }

  static func + (a: HTML, b: HTML) -> HTML { HTML(markup: a.markup + b.markup) }

  static func += (a: inout HTML, b: HTML) { a.markup += b.markup }
}

extension HTML: ExpressibleByStringInterpolation {
  init(stringLiteral literal: String) {
    markup = literal
  }

  init(stringInterpolation: Interpolation) {
    markup = stringInterpolation.markup
  }

  struct Interpolation: StringInterpolationProtocol {
    fileprivate var markup = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      markup.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { markup += literal }

    mutating func appendInterpolation(_ text: String) { markup += escaped(text) }

    mutating func appendInterpolation(_ html: HTML) { markup += html.markup }

    mutating func appendInterpolation(_ number: Int) { markup += String(number) }
  }
}

extension Sequence<HTML> {
  func joined(_ separator: HTML = "") -> HTML {
    HTML(markup: map(\.markup).joined(separator: separator.markup))
  }
}

/// Text as it stands in markup, in an element and in an attribute in quotes: without what has a
/// meaning there, and without characters that no page may hold.
///
/// Works on scalars: a quotation mark that a combining accent follows is another `Character`, but
/// to a browser it still ends the attribute.
package func escaped(_ text: String) -> String {
  guard !text.utf8.allSatisfy(isPlain) else { return text }
  var result = ""
  result.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
    case _ where isForbidden(scalar): result.unicodeScalars.append("\u{FFFD}")
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// Whether a byte is a character that every text in markup may hold as it is, as most are.
private func isPlain(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
    UInt8(ascii: "'"):
    false
  case 0x20..<0x7F, UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): true
  default: false
  }
}

/// The text that was escaped.
package func unescaped(_ markup: some StringProtocol) -> String {
  var result = ""
  var rest = Substring(markup).unicodeScalars
  while let scalar = rest.popFirst() {
    let entity = scalar == "&" ? entities.first { rest.starts(with: $0.name.unicodeScalars) } : nil
    rest.removeFirst(entity?.name.unicodeScalars.count ?? 0)
    result.unicodeScalars.append(entity?.scalar ?? scalar)
  }
  return result
}

private let entities: [(name: String, scalar: Unicode.Scalar)] = [
  ("amp;", "&"), ("lt;", "<"), ("gt;", ">"), ("quot;", "\""), ("#39;", "'"),
]

/// Control characters and non-characters (HTML Living Standard, 13.2.3.5).
private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: true
  default: scalar.value & 0xFFFE == 0xFFFE
  }
}
