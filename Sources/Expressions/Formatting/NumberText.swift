import Results

/// The magnitude of a number as text, cut where digit groups end.
struct NumberText {
  /// The digits before the decimal point; empty for what has none ("inf", "nan").
  let whole: String
  /// What follows them: fraction, exponent, percent sign.
  let rest: String
  /// Whether every digit written is 0.
  let isZero: Bool

  init(_ number: Double, format: FormatSpecification) {
    let presentation = format.presentation
    let isUppercase = [.exponentUppercase, .fixedUppercase, .generalUppercase]
      .contains(presentation)
    let isPercent = presentation == .percent
    let scaled = isPercent ? number * 100 : number
    let suffix = isPercent ? "%" : ""
    guard scaled.isFinite else {
      let name = scaled.isNaN ? "nan" : "inf"
      whole = ""
      rest = (isUppercase ? name.uppercased() : name) + suffix
      isZero = false
      return
    }
    let layout = Layout(scaled, format: format)
    whole = layout.whole
    rest =
      layout.fraction(keepsPoint: format.isAlternate)
      + layout.exponentText(letter: isUppercase ? "E" : "e") + suffix
    isZero = layout.decimal.digits.isEmpty
  }
}

/// Which digits are written, and whether with an exponent.
private struct Layout {
  private(set) var decimal: Decimal
  /// The power of ten that is written out; `nil` in positional notation.
  private var exponent: Int?
  /// How many digits follow the decimal point.
  private var decimals = 0

  init(_ number: Double, format: FormatSpecification) {
    decimal = Decimal(exactly: number)
    switch format.presentation {
    case .fixed, .fixedUppercase, .percent:
      decimals = format.precision ?? 6
      decimal.round(toDecimals: decimals)
    case .exponent, .exponentUppercase:
      decimals = format.precision ?? 6
      decimal.round(toDigits: decimals + 1)
      exponent = leadingExponent
    case .general, .generalUppercase:
      let precision = max(1, format.precision ?? 6)
      decimal.round(toDigits: precision)
      setGeneral(
        largestExponent: precision - 1, digitCount: format.isAlternate ? precision : nil)
    default:
      setPlain(number, format)
    }
  }

  /// As `str` writes numbers, or with a precision as `g` does but with a decimal in any case.
  private mutating func setPlain(_ number: Double, _ format: FormatSpecification) {
    guard let given = format.precision else {
      decimal = Decimal(shortest: number)
      setGeneral(largestExponent: 15, digitCount: nil)
      if exponent == nil { decimals = max(1, decimals) }
      return
    }
    let precision = max(1, given)
    decimal.round(toDigits: precision)
    setGeneral(largestExponent: precision - 2, digitCount: format.isAlternate ? precision : nil)
    if exponent == nil { decimals = max(1, decimals) }
  }

  /// Chooses between positional and exponent notation, with all `digitCount` digits or as many
  /// as the number has.
  private mutating func setGeneral(largestExponent: Int, digitCount: Int?) {
    let digits = digitCount ?? max(1, decimal.digits.count)
    if (-4...max(-4, largestExponent)).contains(leadingExponent) {
      decimals = max(0, digits - 1 - leadingExponent)
    } else {
      exponent = leadingExponent
      decimals = digits - 1
    }
  }

  /// The power of ten of the first digit.
  private var leadingExponent: Int { decimal.digits.isEmpty ? 0 : decimal.point - 1 }

  /// The index of the first digit after the decimal point.
  private var pointIndex: Int { exponent == nil ? decimal.point : 1 }

  var whole: String {
    pointIndex > 0 ? String((0..<pointIndex).map(decimal.digit(at:))) : "0"
  }

  func fraction(keepsPoint: Bool) -> String {
    guard decimals > 0 else { return keepsPoint ? "." : "" }
    return "." + String((pointIndex..<pointIndex + decimals).map(decimal.digit(at:)))
  }

  func exponentText(letter: String) -> String {
    guard let exponent else { return "" }
    let digits = String(exponent.magnitude)
    return letter + (exponent < 0 ? "-" : "+") + (digits.count < 2 ? "0" : "") + digits
  }
}
