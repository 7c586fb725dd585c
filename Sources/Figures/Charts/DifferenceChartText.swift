import Language
package import Results

extension DifferenceChart {
  /// Rows that the alternative text describes.
  private static let described = 4

  package var alternativeText: String {
    guard !rows.isEmpty else { return phrase("{}: no values.", yLabel) }
    let sentences = rows.prefix(Self.described).map { row in
      phrase(
        row.isTold
          ? "{} is {}, between {} and {}." : "{} is {}, between {} and {}: not told apart.",
        row.name, Self.points(row.difference), Self.points(row.low), Self.points(row.high))
    }
    let rest = rows.count - Self.described
    return phrase("{}, with 95% intervals: {}", yLabel, sentences.joined(separator: " "))
      + (rest > 0 ? " " + phrase("{} more.", "\(rest)") : "")
  }

  package var data: Table {
    Table(
      columns: [
        .init(phrase("pair"), .left), .init(phrase("points")), .init(phrase("95% interval")),
        .init(phrase("told apart")),
      ],
      rows: rows.map { row in
        [
          row.name, Self.points(row.difference),
          phrase("{} to {}", Self.points(row.low), Self.points(row.high)),
          phrase(row.isTold ? "yes" : "no"),
        ]
      })
  }

  private static func points(_ value: Double) -> String { ValueFormat.points.text(value) }
}
