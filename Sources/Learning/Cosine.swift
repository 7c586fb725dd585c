/// cos πx by its series: with the same bits on every machine.
///
/// - Parameter x: half turns, from -1 to 1.
package func cosine(halfTurns x: Double) -> Double {
  let size = abs(x)
  if size > 0.5 { return -cosine(halfTurns: 1 - size) }
  let square = -(size * .pi) * (size * .pi)
  var (term, sum) = (1.0, 1.0)
  for n in 1...12 {
    term *= square / Double((2 * n - 1) * 2 * n)
    sum += term
  }
  return sum
}

/// sin πx, for x from -1 to 1.
package func sine(halfTurns x: Double) -> Double {
  let value = cosine(halfTurns: 0.5 - abs(x))
  return x < 0 ? -value : value
}
