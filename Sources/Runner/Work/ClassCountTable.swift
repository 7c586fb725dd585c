import Results

/// How many images there are of each class, a column a class.
struct ClassCountTable {
  private let classes: Int
  private let rows: [(name: String, counts: [Int])]

  /// Counts of one set.
  init(_ counts: [Int]) {
    self.init([("images", counts)])
  }

  /// Counts of several sets with their names.
  init(_ sets: [(name: String, counts: [Int])]) {
    classes = sets.map(\.counts.count).max() ?? 0
    rows = sets
  }

  /// The counts, and below each what share of its set it is.
  func withShares(caption: String) -> Table {
    let cells = rows.flatMap { row in
      let total = row.counts.reduce(0, +)
      return [
        [row.name] + row.counts.map(grouped),
        ["share"] + row.counts.map { percent(total > 0 ? Double($0) / Double(total) : nil) },
      ]
    }
    return table(caption, first: "digit", last: [], cells)
  }

  /// The counts, and behind them how many there are in all.
  func withTotals(caption: String) -> Table {
    let cells = rows.map { row in
      [row.name] + row.counts.map(grouped) + [grouped(row.counts.reduce(0, +))]
    }
    return table(caption, first: "set", last: ["all"], cells)
  }

  private func table(_ caption: String, first: String, last: [String], _ cells: [[String]])
    -> Table
  {
    Table(
      caption: caption,
      columns: [Table.Column(first, .left)]
        + ((0..<classes).map(String.init) + last).map { Table.Column($0) },
      rows: cells)
  }
}
