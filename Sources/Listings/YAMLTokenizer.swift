import Spelling

/// Tells keys, strings, numbers, words with a meaning and comments of YAML apart; JSON is YAML.
package struct YAMLTokenizer: Tokenizer {
  package init() {}

  package func tokens(_ code: String) -> [Token] {
    var scanner = CodeScanner(code)
    while let next = scanner.peek() {
      let kind = Self.scan(next, &scanner)
      scanner.cut(kind)
    }
    return scanner.tokens
  }

  private static let marks: Set<Character> = ["[", "]", "{", "}", ",", ":", "-", "(", ")", "/"]

  private static func scan(_ next: Character, _ scanner: inout CodeScanner) -> Token.Kind {
    let before = scanner.tokens.last?.text.last
    let isFree = before.map { $0.isSpace || marks.contains($0) } ?? true
    if next == "#", before?.isSpace ?? true {
      scanner.advance { !$0.isLineEnd }
      return .comment
    }
    if isFree, next == "\"" || next == "'" { return quoted(next, &scanner) }
    if next.isSpace || marks.contains(next) {
      scanner.advance()
      return .plain
    }
    scanner.advance { !$0.isLineEnd && !isMark($0) && !$0.isSpace }
    extendKey(&scanner)
    return kind(of: scanner.pending, isKey: isKeyEnd(scanner), isFree: isFree)
  }

  private static func isMark(_ character: Character) -> Bool {
    character != "-" && marks.contains(character)
  }

  /// A key may hold blanks: takes further words while a colon ends them on the same line.
  private static func extendKey(_ scanner: inout CodeScanner) {
    guard startsLine(scanner) else { return }
    var length = 0
    while let next = scanner.peek(length), !next.isLineEnd, next != "#" {
      if next == ":", scanner.peek(length + 1).map(\.isSpace) ?? true {
        scanner.advance(length)
        return
      }
      length += 1
    }
  }

  /// Whether the pending word is the first on its line.
  private static func startsLine(_ scanner: CodeScanner) -> Bool {
    for token in scanner.tokens.reversed() {
      for character in token.text.reversed() {
        if character.isLineEnd { return true }
        if !character.isSpace && character != "-" { return false }
      }
    }
    return true
  }

  private static func isKeyEnd(_ scanner: CodeScanner) -> Bool {
    scanner.peek() == ":" && (scanner.peek(1).map(\.isSpace) ?? true)
  }

  private static func quoted(_ mark: Character, _ scanner: inout CodeScanner) -> Token.Kind {
    scanner.advance()
    while let next = scanner.peek(), next != mark, !next.isLineEnd {
      scanner.advance(next == "\\" && mark == "\"" ? 2 : 1)
    }
    if scanner.peek() == mark { scanner.advance() }
    return isKeyEnd(scanner) ? .key : .string
  }

  private static func kind(of word: String, isKey: Bool, isFree: Bool) -> Token.Kind {
    if isKey { return .key }
    guard isFree else { return .plain }
    if ["true", "false", "null", "yes", "no", "none"].contains(word) { return .keyword }
    let digits = word.drop { $0 == "-" || $0 == "+" || $0 == "." }
    return digits.first.map { $0.isASCII && $0.isDigitOfWord } == true ? .number : .plain
  }
}

/// Tells the sentence of a claim from its expression: the body of a `check`.
package struct ClaimTokenizer: Tokenizer {
  package init() {}

  package func tokens(_ code: String) -> [Token] {
    let lines = code.split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd)
    return lines.enumerated().flatMap { index, line -> [Token] in
      (index > 0 ? [Token(kind: .plain, text: "\n")] : []) + Self.tokens(line)
    }
  }

  private static func tokens(_ line: Substring) -> [Token] {
    if line.drop(while: \.isSpace).first == "#" {
      return [Token(kind: .comment, text: String(line))]
    }
    let characters = Array(line)
    guard let colon = claimColon(in: characters) else {
      return [Token(kind: .plain, text: String(line))]
    }
    return [
      Token(kind: .key, text: String(characters[..<colon])),
      Token(kind: .plain, text: String(characters[colon...])),
    ]
  }
}
