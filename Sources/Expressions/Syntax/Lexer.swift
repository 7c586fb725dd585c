import Spelling

/// Cuts an expression's text into tokens.
///
/// A name is a letter followed by letters, digits and hyphens that stand inside it
/// (`first-as-second`), so a subtraction of names needs spaces around its minus sign.
struct Lexer {
  private let characters: [Character]
  private var position = 0

  init(_ text: String) {
    characters = Array(text)
  }

  /// All tokens of the text, the last of them `.end`.
  static func tokens(of text: String) throws(ExpressionError) -> [Token] {
    var lexer = Lexer(text)
    var tokens: [Token] = []
    repeat {
      tokens.append(try lexer.next())
    } while tokens.last?.kind != .end
    return tokens
  }

  private mutating func next() throws(ExpressionError) -> Token {
    while let space = peek(), space.isSpace { position += 1 }
    let start = position
    guard let first = peek() else { return Token(kind: .end, range: start..<start) }
    let kind: Token.Kind
    if first.isLetterOfWord || first == "_" {
      kind = readName()
    } else if first.isASCIIDigit || (first == "." && peek(1)?.isASCIIDigit == true) {
      kind = try readNumber()
    } else if first == "\"" || first == "'" {
      kind = try readText(closing: first)
    } else {
      kind = try readSymbol()
    }
    return Token(kind: kind, range: start..<position)
  }

  private func peek(_ distance: Int = 0) -> Character? {
    let index = position + distance
    return index < characters.count ? characters[index] : nil
  }

  private mutating func readName() -> Token.Kind {
    let start = position
    while let character = peek() {
      let isInnerHyphen = character == "-" && peek(1)?.isNamePart == true
      guard character.isNamePart || isInnerHyphen else { break }
      position += 1
    }
    let name = String(characters[start..<position])
    return Symbol(reservedWord: name).map(Token.Kind.symbol) ?? .name(name)
  }

  private mutating func readSymbol() throws(ExpressionError) -> Token.Kind {
    // Behind most symbols stands what no symbol goes on with.
    let isAlone = peek(1).map { $0.isSpace || $0.isLetterOfWord || $0.isDigitOfWord } ?? true
    if !isAlone {
      // Of three characters there are only operators of other languages.
      if position + 3 <= characters.count { _ = try readSymbol(of: 3) }
      if let kind = try readSymbol(of: 2) { return kind }
    }
    if let kind = try readSymbol(of: 1) { return kind }
    throw ExpressionError(
      .unexpectedCharacter(characters[position]), at: position..<position + 1)
  }

  private mutating func readSymbol(of length: Int) throws(ExpressionError) -> Token.Kind? {
    let spelling = String(characters[position..<position + length])
    if let symbol = Symbol(spelling: spelling) {
      position += length
      return .symbol(symbol)
    }
    guard let foreign = ForeignOperator(rawValue: spelling) else { return nil }
    throw ExpressionError(
      .foreignOperator(spelling, write: foreign.replacement.rawValue),
      at: position..<position + length)
  }

  private mutating func readText(closing quote: Character) throws(ExpressionError) -> Token.Kind {
    let start = position
    var text = ""
    position += 1
    while let character = peek() {
      position += 1
      if character == quote { return .text(text) }
      if character == "\\" {
        guard let escaped = peek(), "\\'\"".contains(escaped) else {
          throw ExpressionError(.unknownEscape, at: position - 1..<position)
        }
        text.append(escaped)
        position += 1
      } else {
        text.append(character)
      }
    }
    throw ExpressionError(.unterminatedText, at: start..<characters.count)
  }

  /// Reads digits with an optional fraction and exponent; `_` may group digits, as in Python.
  private mutating func readNumber() throws(ExpressionError) -> Token.Kind {
    let start = position
    var isWhole = true
    skipDigits()
    if peek() == ".", peek(1)?.isASCIIDigit == true {
      isWhole = false
      position += 1
      skipDigits()
    }
    if let exponent = peek(), "eE".contains(exponent) {
      let digitsAt = peek(1).map("+-".contains) == true ? 2 : 1
      if peek(digitsAt)?.isASCIIDigit == true {
        isWhole = false
        position += digitsAt
        skipDigits()
      }
    }
    if let next = peek(), next.isNamePart || next == "." {
      while let more = peek(), more.isNamePart || more == "." { position += 1 }
      throw ExpressionError(.malformedNumber, at: start..<position)
    }
    let spelling = String(characters[start..<position].filter { $0 != "_" })
    if isWhole, let integer = Int(spelling) { return .integer(integer) }
    guard !isWhole, let number = Double(spelling), number.isFinite else {
      throw ExpressionError(.numberTooLarge, at: start..<position)
    }
    return .number(number)
  }

  private mutating func skipDigits() {
    while let digit = peek(),
      digit.isASCIIDigit || (digit == "_" && peek(1)?.isASCIIDigit == true)
    {
      position += 1
    }
  }
}

extension Character {
  var isASCIIDigit: Bool { isASCII && isDigitOfWord }

  /// Whether the character can stand within a name; hyphens are the lexer's business.
  fileprivate var isNamePart: Bool { isLetterOfWord || isDigitOfWord || self == "_" }
}
