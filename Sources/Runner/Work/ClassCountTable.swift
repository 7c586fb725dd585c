import Results

/// How many images there are of each class: a column a class or, of many classes, a row a class.
struct ClassCountTable {
  private let names: [String]
  private let rows: [(name: String, counts: [Int])]

  /// Classes of up to so many stand side by side, where their names are short.
  private static let mostColumns = 12

  /// Counts of one set; without names, classes are numbered from 0.
  init(_ counts: [Int], names: [String]?) {
    self.init([("images", counts)], names: names)
  }

  /// Counts of several sets with their names.
  init(_ sets: [(name: String, counts: [Int])], names: [String]?) {
    let classes = sets.map(\.counts.count).max() ?? 0
    self.names = names ?? (0..<classes).map(String.init)
    rows = sets
  }

  private var isWide: Bool {
    names.count <= Self.mostColumns && names.allSatisfy { $0.count <= 8 }
  }

  /// The counts, and what share of its set each is.
  func withShares(caption: String) -> Table {
    guard isWide else {
      return tall(caption, columns: rows.flatMap { [$0.name, "share"] }) { place in
        rows.flatMap { [grouped($0.counts[place]), share($0.counts[place], of: $0.counts)] }
      }
    }
    let cells = rows.flatMap { row in
      [
        [row.name] + row.counts.map(grouped),
        ["share"] + row.counts.map { share($0, of: row.counts) },
      ]
    }
    return wide(caption, first: "class", last: [], cells)
  }

  /// The counts, and behind or below them how many there are in all.
  func withTotals(caption: String) -> Table {
    guard isWide else {
      let table = tall(caption, columns: rows.map(\.name)) { place in
        rows.map { grouped($0.counts[place]) }
      }
      let totals = ["all"] + rows.map { grouped($0.counts.reduce(0, +)) }
      return Table(
        caption: table.caption, columns: table.columns, rows: table.rows + [totals])
    }
    let cells = rows.map { row in
      [row.name] + row.counts.map(grouped) + [grouped(row.counts.reduce(0, +))]
    }
    return wide(caption, first: "set", last: ["all"], cells)
  }

  private func share(_ count: Int, of counts: [Int]) -> String {
    let total = counts.reduce(0, +)
    return percent(total > 0 ? Double(count) / Double(total) : nil)
  }

  private func wide(_ caption: String, first: String, last: [String], _ cells: [[String]])
    -> Table
  {
    Table(
      caption: caption,
      columns: [Table.Column(first, .left)] + (names + last).map { Table.Column($0) },
      rows: cells)
  }

  private func tall(_ caption: String, columns: [String], _ cells: (Int) -> [String]) -> Table {
    let shown = min(names.count, Table.mostClasses)
    return Table(
      caption: caption + Table.remainder(of: names.count, shown: shown),
      columns: [Table.Column("class", .left)] + columns.map { Table.Column($0) },
      rows: (0..<shown).map { [names[$0]] + cells($0) })
  }
}

extension Table {
  /// The most classes that a table has rows for.
  static let mostClasses = 100

  /// What a caption adds where not all classes are shown.
  static func remainder(of classes: Int, shown: Int) -> String {
    shown < classes ? ", the first \(shown) of \(grouped(classes))" : ""
  }
}
