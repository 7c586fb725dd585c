import Results

/// How the numbers of an axis read.
package enum ValueFormat: Sendable {
  /// Shares of one as percentages.
  case share
  /// Differences of shares in percentage points, with their sign.
  case points
  /// Numbers as they are.
  case number
  /// Numbers of any size, with three digits that count.
  case rate
  /// Whole numbers.
  case count

  /// A single value, as labels, tables and alternative texts show it.
  package func text(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    return switch self {
    case .share: percent(value)
    case .points: Self.signed(value * 100, digits: 2)
    case .number: DecimalText.fixed(value, digits: value.magnitude < 10 ? 3 : 1)
    case .rate: Self.rate(value)
    case .count: DecimalText.fixed(value, digits: 0)
    }
  }

  /// Three digits that count, and no fewer decimals than three; what is very small as a power of ten.
  private static func rate(_ value: Double) -> String {
    var (size, digits) = (value.magnitude, 3)
    while size > 0, size < 0.1, digits < 400 { (size, digits) = (size * 10, digits + 1) }
    guard digits > 6 else { return DecimalText.fixed(value, digits: digits) }
    return DecimalText.fixed(value < 0 ? -size * 10 : size * 10, digits: 1) + "e−\(digits - 2)"
  }

  /// The smallest range from one round number to another that holds `domain`.
  ///
  /// Shares lie between none and all: beyond, where the values are such, an axis has nothing to say.
  func niceDomain(
    _ domain: ClosedRange<Double>, of values: ClosedRange<Double>, count: Int
  ) -> ClosedRange<Double> {
    let nice = Ticks.niceDomain(domain, count: count)
    switch self {
    case .share: return nice.clamped(to: min(0, values.lowerBound)...max(1, values.upperBound))
    case .points, .number, .rate, .count: return nice
    }
  }

  private static func signed(_ value: Double, digits: Int) -> String {
    (value > 0 ? "+" : "") + DecimalText.fixed(value, digits: digits)
  }

  /// A label for each tick, all with the decimals that their step needs.
  package func labels(_ ticks: Ticks) -> [String] {
    ticks.values.map { value in
      switch self {
      case .share: percent(value, digits: max(0, ticks.decimals - 2))
      case .points: Self.signed(value * 100, digits: max(0, ticks.decimals - 2))
      case .number, .rate, .count: DecimalText.fixed(value, digits: ticks.decimals)
      }
    }
  }
}
