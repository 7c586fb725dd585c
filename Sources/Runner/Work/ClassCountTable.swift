import Language
import Results

/// How many images there are of each class: a column a class or, of many classes, a row a class.
struct ClassCountTable {
  private let names: [String]
  private let rows: [(name: Words, counts: [Int])]

  /// Classes of up to so many stand side by side, where their names are short.
  private static let mostColumns = 12

  /// Counts of one set; without names, classes are numbered from 0.
  init(_ counts: [Int], names: [String]?) {
    self.init([("images", counts)], names: names)
  }

  /// Counts of several sets with their names.
  init(_ sets: [(name: Words, counts: [Int])], names: [String]?) {
    let classes = sets.map(\.counts.count).max() ?? 0
    self.names = names ?? (0..<classes).map(String.init)
    rows = sets
  }

  private var isWide: Bool {
    names.count <= Self.mostColumns && names.allSatisfy { $0.count <= 8 }
  }

  /// The counts, and what share of its set each is.
  func withShares(caption: Words) -> StepTable {
    guard isWide else {
      return tall(caption, columns: rows.flatMap { [$0.name, "share"] }) { place in
        rows.flatMap { [count($0.counts[place]), share($0.counts[place], of: $0.counts)] }
      }
    }
    let cells = rows.flatMap { row -> [[Words]] in
      [
        [row.name] + row.counts.map(count),
        ["share"] + row.counts.map { share($0, of: row.counts) },
      ]
    }
    return wide(caption, first: "class", last: [], cells)
  }

  /// The counts, and behind or below them how many there are in all.
  func withTotals(caption: Words) -> StepTable {
    guard isWide else {
      let table = tall(caption, columns: rows.map(\.name)) { place in
        rows.map { count($0.counts[place]) }
      }
      let totals = ["all"] + rows.map { count($0.counts.reduce(0, +)) }
      return StepTable(
        caption: table.caption, columns: table.columns, rows: table.rows + [totals])
    }
    let cells = rows.map { row in
      [row.name] + row.counts.map(count) + [count(row.counts.reduce(0, +))]
    }
    return wide(caption, first: "set", last: ["all"], cells)
  }

  private func count(_ count: Int) -> Words { .text(grouped(count)) }

  private func share(_ count: Int, of counts: [Int]) -> Words {
    let total = counts.reduce(0, +)
    return .text(percent(total > 0 ? Double(count) / Double(total) : nil))
  }

  private func wide(_ caption: Words, first: Words, last: [Words], _ cells: [[Words]])
    -> StepTable
  {
    StepTable(
      caption: caption,
      columns: [.init(first, .left)] + names.map { .init(.text($0)) } + last.map { .init($0) },
      rows: cells)
  }

  private func tall(_ caption: Words, columns: [Words], _ cells: (Int) -> [Words]) -> StepTable {
    let shown = min(names.count, StepTable.mostClasses)
    return StepTable(
      caption: caption.first(shown, of: names.count),
      columns: [.init("class", .left)] + columns.map { .init($0) },
      rows: (0..<shown).map { [.text(names[$0])] + cells($0) })
  }
}

extension StepTable {
  /// The most classes that a table has rows for.
  static let mostClasses = 100
}

extension Words {
  /// A caption that says so where not all classes are shown.
  func first(_ shown: Int, of classes: Int) -> Words {
    shown < classes ? "\(self), the first \(shown) of \(grouped(classes))" : self
  }
}
