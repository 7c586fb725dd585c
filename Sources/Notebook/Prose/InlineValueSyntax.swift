import Spelling

/// A code span that begins and ends with a brace, taken apart.
///
///     value = "{" expression [":" format] "}"
///     code  = "\{" text "}"
///
/// The format begins at the first colon outside quotes, parentheses and brackets.
enum InlineValueSyntax: Equatable {
  /// Code as it stands, without the backslash that said so.
  case code(String)
  /// Byte offsets within the code span's text.
  case value(expression: Range<Int>, format: Range<Int>?)
  case mistake(message: String, help: String)

  init(_ literal: String) {
    if literal.hasPrefix("\\{"), literal.hasSuffix("}") {
      self = .code(String(literal.dropFirst()))
    } else if literal.hasPrefix("{"), literal.hasSuffix("}") {
      self = Self.value(Array(literal.utf8))
    } else {
      self = .code(literal)
    }
  }

  /// The name in a code span that has a brace of an inline value, and is none: `{name.member` or
  /// `name.member}` with something before, behind or missing.
  static func nameInNearMiss(_ literal: String) -> String? {
    guard !literal.hasPrefix("\\{") else { return nil }
    let start =
      if let brace = literal.firstIndex(of: "{") {
        literal.index(after: brace)
      } else if literal.hasSuffix("}") {
        literal.startIndex
      } else {
        literal.endIndex
      }
    let name = literal[start...].prefix { $0.isLetterOfWord || $0.isDigitOfWord || $0 == "-" }
    let next = literal[name.endIndex...].first
    return !name.isEmpty && (next == "." || next == "[") ? String(name) : nil
  }

  private static func value(_ bytes: [UInt8]) -> Self {
    let inner = 1..<max(1, bytes.count - 1)
    var scan = ExpressionScan()
    let colon = inner.first { scan.isColonBeforeFormat(bytes[$0]) }
    if scan.hasBrace {
      return .mistake(
        message: "a brace within an inline value",
        help: "give each value its own code span, or write \\{ for code")
    }
    let expression = trim(inner.lowerBound..<(colon ?? inner.upperBound), bytes)
    guard !expression.isEmpty else {
      return .mistake(
        message: "inline value without an expression",
        help: "write {step.member}, or \\{ for code")
    }
    let format = colon.map { $0 + 1..<inner.upperBound }
    guard format?.isEmpty != true else {
      return .mistake(
        message: "inline value with an empty format",
        help: "delete the ':' or write a format after it, such as .2%")
    }
    return .value(expression: expression, format: format)
  }

  private static func trim(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    let isSpace: (Int) -> Bool = { bytes[$0] == UInt8(ascii: " ") || bytes[$0] == 9 }
    guard let first = range.first(where: { !isSpace($0) }),
      let last = range.last(where: { !isSpace($0) })
    else { return range.lowerBound..<range.lowerBound }
    return first..<last + 1
  }
}

/// Reads an expression byte by byte, as far as it takes to know where it ends.
private struct ExpressionScan {
  private var quote: UInt8?
  private var isEscaped = false
  private var depth = 0
  private(set) var hasBrace = false

  mutating func isColonBeforeFormat(_ byte: UInt8) -> Bool {
    if let open = quote {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == open {
        quote = nil
      }
      return false
    }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
    case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"): depth = max(0, depth - 1)
    case UInt8(ascii: "{"), UInt8(ascii: "}"): hasBrace = true
    case UInt8(ascii: ":"): return depth == 0
    default: break
    }
    return false
  }
}
