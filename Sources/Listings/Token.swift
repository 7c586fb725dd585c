/// A stretch of code that looks alike.
package struct Token: Sendable, Equatable {
  /// What a stretch is; the raw value is its class in the style sheet.
  package enum Kind: String, Sendable {
    case plain = ""
    case keyword = "k"
    case type = "t"
    case string = "s"
    case number = "n"
    case comment = "c"
    case attribute = "a"
    case key = "y"
  }

  package let kind: Kind
  package fileprivate(set) var text: String

  package init(kind: Kind, text: String) {
    self.kind = kind
    self.text = text
  }
}

/// Cuts code into tokens; together they are the code, character for character.
package protocol Tokenizer {
  func tokens(_ code: String) -> [Token]
}

/// Walks through code, cutting tokens off as it goes.
struct CodeScanner {
  private let characters: [Character]
  private var start = 0
  private(set) var index = 0
  private(set) var tokens: [Token] = []

  init(_ code: String) {
    characters = Array(code)
  }

  var isAtEnd: Bool { index >= characters.count }

  /// The character at an offset from the present one; `nil` outside the code.
  func peek(_ offset: Int = 0) -> Character? {
    characters.indices.contains(index + offset) ? characters[index + offset] : nil
  }

  /// Whether the rest of the code begins with a text.
  func isAt(_ text: String) -> Bool { isAt(Array(text)) }

  /// Whether the rest of the code begins with some characters.
  func isAt(_ text: [Character]) -> Bool {
    index + text.count <= characters.count
      && text.indices.allSatisfy { characters[index + $0] == text[$0] }
  }

  mutating func advance(_ count: Int = 1) {
    index = min(index + count, characters.count)
  }

  mutating func advance(while condition: (Character) -> Bool) {
    while let next = peek(), condition(next) { advance() }
  }

  /// What has been walked over since the last token.
  var pending: String { String(characters[start..<index]) }

  /// Ends a token here; stretches of a kind grow together.
  mutating func cut(_ kind: Token.Kind) {
    guard start < index else { return }
    let text = pending
    start = index
    if tokens.last?.kind == kind {
      tokens[tokens.count - 1].text += text
    } else {
      tokens.append(Token(kind: kind, text: text))
    }
  }
}
