/// The natural logarithm of a positive, finite number, with the same bits on every machine.
///
/// x = 2ᵏ m with m in [√½, √2), and ln m = 2 artanh((m - 1) / (m + 1)) by its series, of which the
/// first term left out is below 1e-18.
package func naturalLogarithm(_ x: Double) -> Double {
  var exponent = Double(x.exponent)
  var mantissa = x.significand
  if mantissa > 1.4142135623730951 {
    mantissa /= 2
    exponent += 1
  }
  let s = (mantissa - 1) / (mantissa + 1)
  let square = s * s
  var sum = 1.0 / 23
  sum = sum * square + 1 / 21
  sum = sum * square + 1 / 19
  sum = sum * square + 1 / 17
  sum = sum * square + 1 / 15
  sum = sum * square + 1 / 13
  sum = sum * square + 1 / 11
  sum = sum * square + 1 / 9
  sum = sum * square + 1 / 7
  sum = sum * square + 1 / 5
  sum = sum * square + 1 / 3
  sum = sum * square + 1
  return exponent * 0.6931471805599453 + 2 * s * sum
}
