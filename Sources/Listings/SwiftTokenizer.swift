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
    case _ where next.isASCII && next.isNumber: number(&scanner)
    case _ where isWordStart(next): word(&scanner)
    default: other(&scanner)
    }
  }

  // MARK: - Comments

  private static func lineComment(_ scanner: inout CodeScanner) -> Token.Kind {
    scanner.advance { !$0.isNewline }
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

  /// A string from its first quotation mark to its last; interpolations are part of it.
  private static func string(_ scanner: inout CodeScanner, hashes: Int) -> Token.Kind {
    let isMultiline = scanner.isAt("\"\"\"")
    let marks = String(repeating: "#", count: hashes)
    let end = (isMultiline ? "\"\"\"" : "\"") + marks
    let escape = "\\" + marks
    scanner.advance(isMultiline ? 3 : 1)
    while let next = scanner.peek(), !scanner.isAt(end) {
      if !isMultiline && next.isNewline { return .string }
      if scanner.isAt(escape + "(") {
        scanner.advance(escape.count)
        interpolation(&scanner)
      } else {
        scanner.advance(scanner.isAt(escape) ? escape.count + 1 : 1)
      }
    }
    scanner.advance(end.count)
    return .string
  }

  /// From one parenthesis to its partner; strings inside may hold others.
  private static func interpolation(_ scanner: inout CodeScanner) {
    var depth = 0
    repeat {
      switch scanner.peek() {
      case "(": depth += 1
      case ")": depth -= 1
      case "\"":
        _ = string(&scanner, hashes: 0)
        continue
      case .some(let next) where next.isNewline: return
      default: break
      }
      scanner.advance()
    } while depth > 0 && !scanner.isAtEnd
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
    if scanner.peek() == ".", let digit = scanner.peek(1), digit.isASCII, digit.isNumber {
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
    character.isLetter || character == "_"
  }

  private static func isWordPart(_ character: Character) -> Bool {
    isWordStart(character) || character.isNumber
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
