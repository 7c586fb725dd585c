/// Numbers as figures and tables write them, the same in every locale.
package enum DecimalText {
  /// U+2212, as wide as a figure.
  static let minus = "\u{2212}"

  /// A number with a fixed number of decimals: "−1,234.50"; "–" where it is not finite.
  ///
  /// Correctly rounded from the exact binary value, ties to even, as Python's `format` does. A
  /// number beyond 2⁵⁴ has no decimals, and is written as a power of ten: "1e+300".
  package static func fixed(_ number: Double, digits: Int) -> String {
    guard number.isFinite else { return "–" }
    guard number.magnitude <= 0x1p54 else {
      return (number < 0 ? minus : "") + "\(number.magnitude)"
    }
    var decimal = Decimal(exactly: number)
    decimal.round(toDecimals: digits)
    let point = decimal.point
    let whole = point > 0 ? String((0..<point).map(decimal.digit(at:))) : "0"
    let fraction = String((point..<point + max(0, digits)).map(decimal.digit(at:)))
    let sign = number < 0 && !decimal.digits.isEmpty ? minus : ""
    return sign + grouped(digits: whole) + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// A number with about three significant figures: "0.00123", "1.23", "12.3", "1,230".
  package static func short(_ number: Double) -> String {
    let size = number.magnitude
    guard number.isFinite, size > 0 else { return fixed(number, digits: 0) }
    var digits = 2
    var limit = 1.0
    while size < limit, digits < 8 {
      digits += 1
      limit /= 10
    }
    limit = 10
    while size >= limit, digits > 0 {
      digits -= 1
      limit *= 10
    }
    return fixed(number, digits: digits)
  }
}
