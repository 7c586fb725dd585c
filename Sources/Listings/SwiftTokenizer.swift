import Spelling

/// Tells comments, strings, numbers, keywords and types of Swift apart, by their looks alone.
package struct SwiftTokenizer: Tokenizer {
  package init() {}

  package func tokens(_ code: String) -> [Token] {
    var scanner = CodeScanner(code)
    while let next = scanner.peek() {
      let kind = Self.scan(next, &scanner)
      scanner.cut(kind)
    }
    return scanner.tokens
  }

  /// Walks over one token and says what it is.
  private static func scan(_ next: Character, _ scanner: inout CodeScanner) -> Token.Kind {
    switch next {
    case "/" where scanner.isAt("//"): lineComment(&scanner)
    case "/" where scanner.isAt("/*"): blockComment(&scanner)
    case "\"": string(&scanner, hashes: 0)
    case "#": hash(&scanner)
    case "@": attribute(&scanner)
    case _ where next.isASCII && next.isDigitOfWord: number(&scanner)
    case _ where isWordStart(next): word(&scanner)
    default: other(&scanner)
    }
  }

  // MARK: - Comments

  private static func lineComment(_ scanner: inout CodeScanner) -> Token.Kind {
    scanner.advance { !$0.isLineEnd }
    return .comment
  }

  /// Comments nest.
  private static func blockComment(_ scanner: inout CodeScanner) -> Token.Kind {
    var depth = 0
    repeat {
      if scanner.isAt("/*") {
        depth += 1
        scanner.advance(2)
      } else if scanner.isAt("*/") {
        depth -= 1
        scanner.advance(2)
      } else {
        scanner.advance()
      }
    } while depth > 0 && !scanner.isAtEnd
    return .comment
  }

  // MARK: - Strings

  /// What is open within a string, from the outside in; a list, since code may nest without bound.
  private enum Level {
    case string(end: [Character], escape: [Character], isMultiline: Bool)
    /// The parentheses that are open in it.
    case interpolation(depth: Int)
  }

  /// A string from its first quotation mark to its last; interpolations are part of it, and the
  /// strings in them.
  private static func string(_ scanner: inout CodeScanner, hashes: Int) -> Token.Kind {
    var levels = [open(&scanner, hashes: hashes)]
    while let level = levels.last, let next = scanner.peek() {
      switch level {
      case .string(let end, let escape, let isMultiline):
        if scanner.isAt(end) {
          scanner.advance(end.count)
          levels.removeLast()
        } else if !isMultiline && next.isLineEnd {
          levels.removeLast()
        } else if scanner.isAt(escape) {
          if scanner.peek(escape.count) == "(" { levels.append(.interpolation(depth: 1)) }
          scanner.advance(escape.count + 1)
        } else {
          scanner.advance()
        }
      case .interpolation(let depth):
        interpolation(next, depth, &levels, &scanner)
      }
    }
    return .string
  }

  /// Walks over the mark that begins a string.
  private static func open(_ scanner: inout CodeScanner, hashes: Int) -> Level {
    let isMultiline = scanner.isAt("\"\"\"")
    let marks = Array(repeating: Character("#"), count: hashes)
    scanner.advance(isMultiline ? 3 : 1)
    return .string(
      end: Array(isMultiline ? "\"\"\"" : "\"") + marks, escape: ["\\"] + marks,
      isMultiline: isMultiline)
  }

  /// Walks over a character from one parenthesis to its partner; strings inside may hold others.
  private static func interpolation(
    _ next: Character, _ depth: Int, _ levels: inout [Level], _ scanner: inout CodeScanner
  ) {
    switch next {
    case "\"":
      levels.append(open(&scanner, hashes: 0))
    case _ where next.isLineEnd:
      levels.removeLast()
    default:
      scanner.advance()
      let depth = depth + (next == "(" ? 1 : next == ")" ? -1 : 0)
      levels.removeLast()
      if depth > 0 { levels.append(.interpolation(depth: depth)) }
    }
  }

  /// A raw string, or a directive such as `#if`.
  private static func hash(_ scanner: inout CodeScanner) -> Token.Kind {
    var hashes = 0
    while scanner.peek(hashes) == "#" { hashes += 1 }
    scanner.advance(hashes)
    if scanner.peek() == "\"" { return string(&scanner, hashes: hashes) }
    scanner.advance(while: isWordPart)
    return .keyword
  }

  // MARK: - Words

  private static func attribute(_ scanner: inout CodeScanner) -> Token.Kind {
    scanner.advance()
    scanner.advance(while: isWordPart)
    return .attribute
  }

  private static func number(_ scanner: inout CodeScanner) -> Token.Kind {
    scanner.advance { isWordPart($0) }
    // A point belongs to the number only where a digit follows it: not in `0..<3`, `1.max`.
    if scanner.peek() == ".", let digit = scanner.peek(1), digit.isASCII, digit.isDigitOfWord {
      scanner.advance()
      scanner.advance { isWordPart($0) }
    }
    return .number
  }

  private static func word(_ scanner: inout CodeScanner) -> Token.Kind {
    let isMember = scanner.tokens.last?.text.last == "."
    scanner.advance(while: isWordPart)
    let word = scanner.pending
    if !isMember && keywords.contains(word) { return .keyword }
    return word.first?.isUppercase == true ? .type : .plain
  }

  private static func other(_ scanner: inout CodeScanner) -> Token.Kind {
    scanner.advance()
    return .plain
  }

  private static func isWordStart(_ character: Character) -> Bool {
    character.isLetterOfWord || character == "_"
  }

  private static func isWordPart(_ character: Character) -> Bool {
    isWordStart(character) || character.isDigitOfWord
  }

  private static let keywords: Set<String> = [
    "actor", "any", "as", "associatedtype", "async", "await", "borrowing", "break", "case", "catch",
    "class", "consuming", "continue", "default", "defer", "deinit", "do", "else", "enum",
    "extension", "fallthrough", "false", "fileprivate", "final", "for", "func", "get", "guard",
    "if", "import", "in", "indirect", "init", "inout", "internal", "is", "lazy", "let", "mutating",
    "nil", "nonisolated", "nonmutating", "open", "operator", "override", "package", "private",
    "protocol", "public", "repeat", "required", "rethrows", "return", "self", "Self", "set", "some",
    "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try",
    "typealias", "unowned", "var", "weak", "where", "while",
  ]
}
