/// A share of a whole, such as an accuracy, with its 95 % Wilson score interval.
package struct Proportion: Sendable, Equatable {
  /// How many of `total` have the property, 0...total.
  package let count: Int
  /// The size of the whole, at least 1.
  package let total: Int

  /// Counts `count` of `total`; `nil` where the total is not positive or the count not within it.
  package init?(count: Int, of total: Int) {
    guard total > 0, (0...total).contains(count) else { return nil }
    self.count = count
    self.total = total
  }

  /// The share itself, in 0...1.
  package var value: Double { Double(count) / Double(total) }

  /// The lower end of the 95 % interval, in 0...1; exactly 0 where none has the property.
  package var low: Double { count == 0 ? 0 : interval.centre - interval.halfWidth }

  /// The upper end of the 95 % interval, in 0...1; exactly 1 where all have it.
  package var high: Double { count == total ? 1 : interval.centre + interval.halfWidth }

  /// Centre and half width of the score interval.
  ///
  /// E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
  /// Journal of the American Statistical Association 22 (1927), with z for 95 %.
  private var interval: (centre: Double, halfWidth: Double) {
    let z = 1.959963984540054
    let n = Double(total)
    let p = value
    let denominator = 1 + z * z / n
    let centre = (p + z * z / (2 * n)) / denominator
    let halfWidth = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot() / denominator
    return (centre, halfWidth)
  }
}
