/// Numbers as figures write them, the same in every locale.
package enum DecimalText {
  /// U+2212, as wide as a figure.
  static let minus = "\u{2212}"

  /// A count with commas between thousands: "41,000".
  package static func count(_ number: Int) -> String {
    (number < 0 ? minus : "") + grouped("\(number.magnitude)")
  }

  /// A number with a fixed number of decimals: "−1,234.50"; "–" where it is not finite.
  ///
  /// Correctly rounded from the exact binary value, ties to even, as Python's `format` does.
  package static func fixed(_ number: Double, digits: Int) -> String {
    guard number.isFinite else { return "–" }
    guard let (whole, fraction) = ExactDecimal.parts(number.magnitude, digits: digits) else {
      return (number < 0 ? minus : "") + "\(number.magnitude)"
    }
    let isZero = whole == 0 && fraction.allSatisfy { $0 == "0" }
    let sign = number < 0 && !isZero ? minus : ""
    return sign + grouped("\(whole)") + (digits > 0 ? "." + fraction : "")
  }

  /// A share as a percentage: 0.835 with one digit is "83.5%"; "–" where it is not finite.
  package static func percent(_ share: Double, digits: Int = 1) -> String {
    let number = fixed(share * 100, digits: digits)
    return (share * 100).isFinite ? number + "%" : number
  }

  /// A share in whole per cents, which calls few not none and most not all: "<1%", ">99%".
  package static func wholePercent(_ share: Double) -> String {
    if share > 0 && share < 0.005 { return "<" + percent(0.01, digits: 0) }
    if share > 0.995 && share < 1 { return ">" + percent(0.99, digits: 0) }
    return percent(share, digits: 0)
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

  private static func grouped(_ figures: String) -> String {
    var text = ""
    for (index, figure) in figures.enumerated() {
      if index > 0 && (figures.count - index) % 3 == 0 { text.append(",") }
      text.append(figure)
    }
    return text
  }
}

/// Decimals of a binary number, computed exactly in integers.
private enum ExactDecimal {
  /// The whole part and exactly `digits` decimals; `nil` for numbers too large for 128 bits.
  static func parts(_ number: Double, digits: Int) -> (whole: UInt64, fraction: String)? {
    guard number < 1e15, (0...9).contains(digits) else { return nil }
    let power = (0..<digits).reduce(UInt128(1)) { product, _ in product * 10 }
    let significand = UInt128(number.isNormal ? number.significandBitPattern | 1 << 52 : 0)
    let scaled = significand * power
    // The number is significand × 2^(exponent − 52).
    let shift = Int(number.exponent == .min ? 0 : number.exponent) - 52
    let rounded = shift >= 0 ? scaled << UInt128(shift) : roundedShift(scaled, by: -shift)
    let fraction = String(rounded % power)
    let padding = String(repeating: "0", count: max(0, digits - fraction.count))
    return (UInt64(rounded / power), digits > 0 ? padding + fraction : "")
  }

  /// `number / 2^bits`, rounded to the nearest integer, ties to even.
  private static func roundedShift(_ number: UInt128, by bits: Int) -> UInt128 {
    guard bits < 127 else { return 0 }
    let quotient = number >> UInt128(bits)
    let remainder = number - quotient << UInt128(bits)
    let half = UInt128(1) << UInt128(bits - 1)
    let isUp = remainder > half || (remainder == half && quotient % 2 == 1)
    return quotient + (isUp ? 1 : 0)
  }
}
