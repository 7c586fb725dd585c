import Listings
import Spelling

/// Colours code when the page is made, so that none of it needs a script.
struct Highlighter {
  private let tokenizer: (any Tokenizer)?

  /// Knows Swift, YAML and JSON; code in any other language stays as it is.
  init(language: String?) {
    switch language?.lowercased() {
    case "swift": tokenizer = SwiftTokenizer()
    case "yaml", "yml", "json": tokenizer = YAMLTokenizer()
    default: tokenizer = nil
    }
  }

  init(_ tokenizer: any Tokenizer) {
    self.tokenizer = tokenizer
  }

  func html(_ code: String) -> HTML {
    tokens(trimmed(code)).map(html).joined()
  }

  /// Each line by itself, so that it can stand beside its number.
  func lines(_ code: String) -> [HTML] {
    var lines: [HTML] = [""]
    for token in tokens(trimmed(code)) {
      let parts = token.text.split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd)
      for (index, part) in parts.enumerated() {
        if index > 0 { lines.append("") }
        lines[lines.count - 1] += html(Token(kind: token.kind, text: String(part)))
      }
    }
    return lines
  }

  private func tokens(_ code: String) -> [Token] {
    tokenizer?.tokens(code) ?? [Token(kind: .plain, text: code)]
  }

  private func html(_ token: Token) -> HTML {
    guard token.kind != .plain, !token.text.isEmpty else { return "\(token.text)" }
    return "<span class=\"\(token.kind.rawValue)\">\(token.text)</span>"
  }

  /// Without the line end behind the last line.
  private func trimmed(_ code: String) -> String {
    var code = code
    while code.last?.isLineEnd == true { code.removeLast() }
    return code
  }
}
