import Spelling

/// A piece of TeX: a command or a character, with the bytes that it stands on.
struct TeXToken: Equatable {
  enum Kind: Equatable {
    /// `\name`, without its backslash; one character where that is no letter.
    case command(String)
    case character(Character)
    case end
  }

  let kind: Kind
  let range: Range<Int>

  func isCommand(_ name: String) -> Bool { kind == .command(name) }
  func isCharacter(_ character: Character) -> Bool { kind == .character(character) }
}

/// Takes TeX apart; blanks and comments fall away.
struct TeXLexer {
  private(set) var tokens: [TeXToken] = []
  private var rest: Substring
  private var offset = 0

  init(_ tex: String) {
    rest = tex[...]
    while let first = rest.first {
      switch first {
      case "\\": readCommand()
      case "%": skipComment()
      case _ where first.isSpace: take(first)
      default:
        let start = offset
        take(first)
        tokens.append(TeXToken(kind: .character(first), range: start..<offset))
      }
    }
    tokens.append(TeXToken(kind: .end, range: offset..<offset))
  }

  private mutating func take(_ character: Character) {
    rest.removeFirst()
    offset += character.utf8.count
  }

  private mutating func readCommand() {
    let start = offset
    take("\\")
    var name = String(rest.prefix { $0.isASCII && $0.isLetterOfWord })
    if name.isEmpty, let next = rest.first { name = String(next) }
    rest.removeFirst(name.count)
    offset += name.utf8.count
    tokens.append(TeXToken(kind: .command(name), range: start..<offset))
  }

  /// To the end of the line.
  private mutating func skipComment() {
    while let next = rest.first, !next.isLineEnd { take(next) }
  }
}
