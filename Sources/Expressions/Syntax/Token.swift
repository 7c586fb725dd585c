import Spelling

/// A piece of an expression's text, with its place.
struct Token: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    case integer(Int)
    case number(Double)
    case text(String)
    case name(String)
    case symbol(Symbol)
    case end
  }

  let kind: Kind
  /// Characters of the expression's text, from 0.
  let range: Range<Int>
}

extension Token.Kind {
  /// The number that the token is.
  var number: Double? {
    switch self {
    case .integer(let integer): Double(integer)
    case .number(let number): number
    default: nil
    }
  }

  /// The token as an error shows it; `nil` for the end of the text.
  var spelling: String? {
    switch self {
    case .integer(let integer): String(integer)
    case .number(let number): String(describing: number)
    case .text(let text): "\"\(text)\""
    case .name(let name): name
    case .symbol(let symbol): symbol.rawValue
    case .end: nil
    }
  }
}

/// The operators, brackets and reserved words of the language.
enum Symbol: String, Sendable, CaseIterable {
  case or, and, not
  case `true`, `false`
  case power = "**"
  case floorDivide = "//"
  case lessOrEqual = "<="
  case greaterOrEqual = ">="
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case greater = ">"
  case plus = "+"
  case minus = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"
  case openParenthesis = "("
  case closeParenthesis = ")"
  case openBracket = "["
  case closeBracket = "]"
  case comma = ","
  case colon = ":"
  case dot = "."

  private static let spellings = Dictionary(
    allCases.map { ($0.rawValue, $0) }
  ) { first, _ in first }

  /// The symbol of a spelling; `nil` where there is none.
  ///
  /// It is looked up: `rawValue:` compares the texts one by one.
  init?(spelling: String) {
    guard let symbol = Self.spellings[spelling] else { return nil }
    self = symbol
  }

  /// The reserved word that `name` is, if any.
  init?(reservedWord name: String) {
    guard name.first?.isLetterOfWord == true else { return nil }
    self.init(spelling: name)
  }
}
