import Spelling

extension TeXParser {
  /// What a command takes: a group in braces, or a single letter, digit or command.
  mutating func argument(of command: TeXToken) throws(FormulaProblem) -> MathNode {
    switch token.kind {
    case .character("{"): return try group()
    case .character("_"), .character("^"), .character("'"), .character("&"), .character("}"), .end:
      throw missing("something", behind: command)
    case .command(let name) where Self.rowEnds.contains(name):
      throw missing("something", behind: command)
    default:
      let place = token.range
      return try deeper(place) { parser throws(FormulaProblem) in
        try parser.atom(isAlone: true) ?? .row([])
      }
    }
  }

  mutating func group() throws(FormulaProblem) -> MathNode {
    let open = next()
    return try deeper(open.range) { parser throws(FormulaProblem) in
      let node = try parser.row()
      guard parser.take("}") else {
        throw parser.token.kind == .end ? Self.unclosed(open) : parser.strayEnd(parser.token)
      }
      return node
    }
  }

  /// One letter, number, sign, group or command; `nil` for a command that is not known.
  ///
  /// - Parameter isAlone: whether a digit stands for itself, as behind `^`.
  mutating func atom(isAlone: Bool = false) throws(FormulaProblem) -> MathNode? {
    guard case .character(let character) = token.kind else { return try command() }
    if character == "{" { return try group() }
    let place = next().range
    if character == "~" { return .space("0.25em") }
    if character == "$" || character == "#" {
      throw FormulaProblem(
        "'\(character)' within a formula", at: place, help: "write \\\(character) for the sign")
    }
    if character.isASCII, character.isDigitOfWord { return number(character, isAlone: isAlone) }
    if character.isLetterOfWord { return letter(character, isAlone: isAlone) }
    return .symbol(TeXSymbol.symbol(character))
  }

  mutating func number(_ first: Character, isAlone: Bool) -> MathNode {
    var text = styled(first)
    while !isAlone, case .character(let digit) = token.kind, digit.isASCII,
      digit.isDigitOfWord || digit == "." && nextIsDigit
    {
      text += styled(digit)
      next()
    }
    return .number(text)
  }

  var nextIsDigit: Bool {
    guard index + 1 < tokens.count, case .character(let digit) = tokens[index + 1].kind else {
      return false
    }
    return digit.isASCII && digit.isDigitOfWord
  }

  mutating func letter(_ first: Character, isAlone: Bool) -> MathNode {
    guard let style, style.makesWords, !isAlone else {
      return .identifier(styled(first), isUpright: style == .upright)
    }
    var word = styled(first)
    while case .character(let letter) = token.kind, letter.isLetterOfWord {
      word += styled(letter)
      next()
    }
    return .identifier(word, isUpright: style == .upright)
  }

  func styled(_ character: Character) -> String {
    String(style?.styled(character) ?? character)
  }
}
