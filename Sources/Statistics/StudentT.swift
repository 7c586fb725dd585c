/// Student's t distribution with a whole number of degrees of freedom.
///
/// Its integral is a finite sum of arithmetic and square roots, which have the same bits on every
/// machine: M. Abramowitz and I. A. Stegun, "Handbook of Mathematical Functions" (1964), 26.7.3 and
/// 26.7.4.
package enum StudentT {
  /// The number within which, to both sides of 0, 95 % of the distribution lie.
  package static func twoSided95(degrees: Int) -> Double {
    // With one degree of freedom it is 12.7, and less with more.
    var (low, high) = (0.0, 13.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if central(middle, degrees: degrees) < 0.95 { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// The share of the distribution from -t to t.
  package static func central(_ t: Double, degrees: Int) -> Double {
    let freedom = Double(degrees)
    let length = (freedom + t * t).squareRoot()
    let (sine, cosine) = (t / length, freedom.squareRoot() / length)
    let isOdd = degrees % 2 == 1
    // The sum has a term for each second degree of freedom.
    var term = isOdd ? cosine : 1.0
    var sum = degrees == 1 ? 0 : term
    var k = isOdd ? 3 : 2
    while k <= degrees - 2 {
      term *= Double(k - 1) / Double(k) * cosine * cosine
      sum += term
      k += 2
    }
    guard isOdd else { return sine * sum }
    return 2 / Double.pi * (arctangent(t / freedom.squareRoot()) + sine * sum)
  }

  /// The angle of a tangent of 0 or more: the angle is halved until its series is short.
  package static func arctangent(_ tangent: Double) -> Double {
    var x = tangent
    let halvings = 5
    for _ in 0..<halvings { x /= 1 + (1 + x * x).squareRoot() }
    var sum = 0.0
    for power in stride(from: 21, through: 1, by: -2) {
      sum = 1 / Double(power) - x * x * sum
    }
    return x * sum * Double(1 << halvings)
  }
}
