/// How an inline value is written: Python's format specification, such as `.2%` or `,`.
///
/// `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`, after "Format
/// Specification Mini-Language" of the Python 3.11 library reference. The type `n`, which
/// depends on a locale, and `c` are left out.
package struct FormatSpecification: Sendable, Equatable {
  enum Alignment: Character, Sendable, CaseIterable {
    case left = "<"
    case right = ">"
    case centre = "^"
    /// Padding between the sign and the digits.
    case afterSign = "="
  }

  enum Sign: Character, Sendable, CaseIterable {
    case always = "+"
    case onlyNegative = "-"
    case space = " "
  }

  enum Presentation: Character, Sendable, CaseIterable {
    case text = "s"
    case integer = "d"
    case binary = "b"
    case octal = "o"
    case hexadecimal = "x"
    case hexadecimalUppercase = "X"
    case exponent = "e"
    case exponentUppercase = "E"
    case fixed = "f"
    case fixedUppercase = "F"
    case general = "g"
    case generalUppercase = "G"
    case percent = "%"
  }

  var fill: Character = " "
  var alignment: Alignment?
  var sign: Sign?
  /// Whether a negative zero loses its sign.
  var coercesNegativeZero = false
  /// `#`: prefixes of `b`, `o`, `x`, and a decimal point in any case.
  var isAlternate = false
  /// `0` before the width: pads numbers with zeros after the sign.
  var padsWithZeros = false
  var width = 0
  /// "," or "_" between groups of digits.
  var grouping: Character?
  var precision: Int?
  var presentation: Presentation?

  /// Widths and precisions beyond this are slips.
  static let maximumSize = 1_000

  /// The bytes of a fill, which is written as often as the width says: enough for letters with
  /// accents and for flags.
  static let largestFill = 16

  /// Reads a specification; the error tells the offending characters of `text`.
  package init(parsing text: String) throws(FormatError) {
    var parser = FormatParser(text)
    self = try parser.specification()
  }

  /// The empty specification, under which values read as `Value.plainText`.
  init() {}

  var isEmpty: Bool { self == FormatSpecification() }
}
