/// Two shares of the same examples, such as what two networks read rightly: how they differ.
package struct PairedShares: Sendable, Equatable {
  /// Examples in all, at least 1.
  package let total: Int
  /// Examples that count for the first alone.
  package let onlyFirst: Int
  /// Examples that count for the second alone.
  package let onlySecond: Int

  /// `nil` where there is no example, or fewer than those that differ.
  package init?(total: Int, onlyFirst: Int, onlySecond: Int) {
    guard total > 0, onlyFirst >= 0, onlySecond >= 0, onlyFirst + onlySecond <= total else {
      return nil
    }
    self.total = total
    self.onlyFirst = onlyFirst
    self.onlySecond = onlySecond
  }

  /// The first share less the second.
  package var difference: Double { Double(onlyFirst - onlySecond) / Double(total) }

  /// The 95 % interval of the difference, by the score that takes it from the data.
  ///
  /// T. Tango, "Equivalence test and confidence interval for the difference in proportions for the
  /// paired-sample design", Statistics in Medicine 17 (1998). It does not shrink to a point where no
  /// example differs, as the interval from the standard error does.
  package var interval: ClosedRange<Double> {
    let z = 1.959963984540054
    let low = onlyFirst == 0 && onlySecond == total ? -1 : edge(from: -1, to: difference, score: z)
    let high = onlyFirst == total ? 1 : edge(from: difference, to: 1, score: -z)
    return Swift.min(low, difference)...Swift.max(high, difference)
  }

  /// Where between two differences the score passes a number; it falls as the difference grows.
  private func edge(from start: Double, to end: Double, score wanted: Double) -> Double {
    var (low, high) = (start, end)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if score(of: middle) > wanted { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// How many standard errors the data lie above a difference.
  private func score(of difference: Double) -> Double {
    let (n, b, c) = (Double(total), Double(onlyFirst), Double(onlySecond))
    let linear = -b - c + (2 * n - b + c) * difference
    let constant = -c * difference * (1 - difference)
    // The most likely share of the second alone, given the difference.
    let root = Swift.max(0, linear * linear - 8 * n * constant).squareRoot()
    let likely = Swift.max(0, (root - linear) / (4 * n))
    let variance = n * (2 * likely + difference * (1 - difference))
    let excess = b - c - n * difference
    guard variance > 0 else { return excess == 0 ? 0 : excess > 0 ? .infinity : -.infinity }
    return excess / variance.squareRoot()
  }

  /// McNemar's exact test: how likely counts at least as unequal are where neither is better.
  ///
  /// Q. McNemar, "Note on the sampling error of the difference between correlated proportions or
  /// percentages", Psychometrika 12 (1947); two-sided, from the binomial distribution itself.
  package var exactP: Double {
    let differing = onlyFirst + onlySecond
    let smaller = Swift.min(onlyFirst, onlySecond)
    guard differing > 0, 2 * smaller < differing else { return 1 }
    // Terms as multiples of the largest one, so that none of them is too small to be told.
    let middle = differing / 2
    var (below, tail, term) = (1.0, middle <= smaller ? 1.0 : 0, 1.0)
    for k in stride(from: middle, to: 0, by: -1) {
      term *= Double(k) / Double(differing - k + 1)
      below += term
      if k - 1 <= smaller { tail += term }
    }
    var above = 0.0
    term = 1
    for k in middle..<differing {
      term *= Double(differing - k) / Double(k + 1)
      above += term
    }
    return Swift.min(1, 2 * tail / (below + above))
  }
}
