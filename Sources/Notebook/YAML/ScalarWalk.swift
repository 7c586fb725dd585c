import Spelling

/// Walks a scalar's value and its spelling in step, to learn where each character stands.
struct ScalarWalk {
  private var cursor: YAMLCursor
  private(set) var mapped = MappedText()
  /// Just past the last character of the spelling, closing quote included.
  private(set) var end: SourcePosition

  init(cursor: YAMLCursor) {
    self.cursor = cursor
    end = cursor.position
  }

  /// Whether the spelling at the cursor reads as the value.
  mutating func follow(_ value: String) -> Bool {
    let quote = cursor.character.flatMap { $0 == "'" || $0 == "\"" ? $0 : nil }
    let isBlock = cursor.character.map { $0 == "|" || $0 == ">" } ?? false
    if quote != nil { cursor.advance() }
    if isBlock { cursor.skipLine() }
    var rest = value[...]
    while let next = rest.first {
      if next.isSpace, cursor.character?.isSpace == true {
        followSpace(&rest)
        continue
      }
      if isBlock { skipSpace() }
      let start = cursor.position
      guard let read = readCharacter(quote), read == next else { return false }
      mapped.append(String(next), at: start)
      end = cursor.position
      rest = rest.dropFirst()
    }
    guard let quote else { return true }
    skipSpace()
    guard cursor.character == quote else { return false }
    cursor.advance()
    end = cursor.position
    return true
  }

  /// A stretch of white space stands for another one: lines are folded and indented.
  private mutating func followSpace(_ rest: inout Substring) {
    let start = cursor.position
    while let next = rest.first, next.isSpace {
      mapped.append(String(next), at: start)
      rest = rest.dropFirst()
    }
    skipSpace()
  }

  private mutating func skipSpace() {
    while cursor.character?.isSpace == true { cursor.advance() }
  }

  /// The character that the spelling here stands for, read past.
  private mutating func readCharacter(_ quote: Character?) -> Character? {
    guard let first = cursor.character else { return nil }
    cursor.advance()
    switch (quote, first) {
    case ("'", "'"):
      guard cursor.character == "'" else { return nil }
      cursor.advance()
      return "'"
    case ("\"", "\\"):
      return readEscape()
    case ("\"", "\""):
      return nil
    default:
      return first
    }
  }

  private mutating func readEscape() -> Character? {
    guard let code = cursor.character else { return nil }
    cursor.advance()
    switch code {
    case "n": return "\n"
    case "t": return "\t"
    case "x": return readScalar(digits: 2)
    case "u": return readScalar(digits: 4)
    case "U": return readScalar(digits: 8)
    case "\"", "\\", "/", " ": return code
    default: return nil
    }
  }

  private mutating func readScalar(digits: Int) -> Character? {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = cursor.character?.hexDigitValue else { return nil }
      value = value &* 16 &+ UInt32(digit)
      cursor.advance()
    }
    return Unicode.Scalar(value).map(Character.init)
  }
}
