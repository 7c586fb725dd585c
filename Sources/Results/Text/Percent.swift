/// A share as a percentage: 0.835 is "83.5%"; "–" where there is none, or it is not finite.
///
/// Rounded as Python's `{share:.1%}` is, and so as inline values are: a hundred times the share
/// as a double, its exact value to the nearest, ties to even. 13 of 16 are 81.25%: "81.2%".
package func percent(_ share: Double?, digits: Int = 1) -> String {
  guard let share, (share * 100).isFinite else { return "–" }
  return DecimalText.fixed(share * 100, digits: digits) + "%"
}

/// A share in whole per cents, which calls few not none and most not all: "<1%", ">99%".
///
/// Half a per cent would be rounded to the even side, which is none.
package func wholePercent(_ share: Double) -> String {
  if share > 0 && share <= 0.005 { return "<" + percent(0.01, digits: 0) }
  if share >= 0.995 && share < 1 { return ">" + percent(0.99, digits: 0) }
  return percent(share, digits: 0)
}
