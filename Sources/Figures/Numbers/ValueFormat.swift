import Results

/// How the numbers of an axis read.
package enum ValueFormat: Sendable {
  /// Shares of one as percentages.
  case share
  /// Numbers as they are.
  case number
  /// Whole numbers.
  case count

  /// A single value, as labels, tables and alternative texts show it.
  package func text(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    return switch self {
    case .share: percent(value)
    case .number: DecimalText.fixed(value, digits: value.magnitude < 10 ? 3 : 1)
    case .count: DecimalText.fixed(value, digits: 0)
    }
  }

  /// A label for each tick, all with the decimals that their step needs.
  package func labels(_ ticks: Ticks) -> [String] {
    ticks.values.map { value in
      switch self {
      case .share: percent(value, digits: max(0, ticks.decimals - 2))
      case .number, .count: DecimalText.fixed(value, digits: ticks.decimals)
      }
    }
  }
}
