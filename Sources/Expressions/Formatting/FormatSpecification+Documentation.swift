extension FormatSpecification.Alignment {
  var meaning: String {
    switch self {
    case .left: "To the left within the width; the fill is the character before it."
    case .right: "To the right within the width, as numbers are without it."
    case .centre: "In the middle of the width."
    case .afterSign: "Filled between the sign and the digits."
    }
  }
}

extension FormatSpecification.Sign {
  var meaning: String {
    switch self {
    case .always: "A sign before positive numbers too."
    case .onlyNegative: "A sign before negative numbers only, as without it."
    case .space: "A space before positive numbers."
    }
  }
}

extension FormatSpecification {
  /// The parts of a format that are single marks.
  static let marks: [(code: String, meaning: String)] = [
    ("z", "A negative zero loses its sign."),
    ("#", "A prefix for b, o, x and X; a decimal point in any case for others."),
    ("0", "Zeros between the sign and the digits, up to the width."),
    (",", "Commas between groups of three digits: 41,000."),
    ("_", "Underscores likewise; between groups of four for b, o, x and X."),
    (".2", "Two decimals; two significant digits for g and G; two characters of text."),
  ]
}

extension FormatSpecification.Presentation {
  var meaning: String {
    switch self {
    case .text: "Text as it is."
    case .integer: "An integer, as without a type."
    case .binary: "An integer in base 2."
    case .octal: "An integer in base 8."
    case .hexadecimal: "An integer in base 16, with small letters."
    case .hexadecimalUppercase: "An integer in base 16, with capital letters."
    case .exponent: "A power of ten: 1.25e+03."
    case .exponentUppercase: "A power of ten with a capital letter: 1.25E+03."
    case .fixed: "A fixed number of decimals, six without a precision."
    case .fixedUppercase: "Likewise, with INF and NAN in capital letters."
    case .general: "Significant digits, six without a precision, as a power of ten where short."
    case .generalUppercase: "Likewise, with capital letters."
    case .percent: "A hundred times the number with a percent sign: 82.2%."
    }
  }
}
