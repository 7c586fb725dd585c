package import Results

extension DifferenceChart {
  /// Rows that the alternative text describes.
  private static let described = 4

  package var alternativeText: String {
    guard !rows.isEmpty else { return "\(yLabel): no values." }
    let sentences = rows.prefix(Self.described).map { row in
      "\(row.name) is \(Self.points(row.difference)), between \(Self.points(row.low)) "
        + "and \(Self.points(row.high))\(row.isTold ? "" : ": not told apart")."
    }
    let rest = rows.count - Self.described
    return "\(yLabel), with 95% intervals: " + sentences.joined(separator: " ")
      + (rest > 0 ? " \(rest) more." : "")
  }

  package var data: Table {
    Table(
      columns: [.init("pair", .left), .init("points"), .init("95% interval"), .init("told apart")],
      rows: rows.map { row in
        [
          row.name, Self.points(row.difference),
          "\(Self.points(row.low)) to \(Self.points(row.high))",
          row.isTold ? "yes" : "no",
        ]
      })
  }

  private static func points(_ value: Double) -> String { ValueFormat.points.text(value) }
}
