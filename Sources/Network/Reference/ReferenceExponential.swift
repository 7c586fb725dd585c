/// eˣ by its Taylor series around a multiple of ln 2.
func exponential(_ x: Double) -> Double {
  let k = (x / 0.6931471805599453).rounded()
  let r = x - k * 0.6931471805599453
  var term = 1.0
  var sum = 1.0
  for n in 1...24 {
    term *= r / Double(n)
    sum += term
  }
  return sum * Double(sign: .plus, exponent: Int(max(-1000, k)), significand: 1)
}
