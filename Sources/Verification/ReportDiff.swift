import Notebook
import Report

/// What differs between two reports, or the values of two runs.
package struct ReportDiff: Sendable, Codable {
  /// Something that has one text here and another there; `nil` where it is not there.
  package struct Change: Sendable, Codable {
    package let name: String
    package let a: String?
    package let b: String?
    /// How much more it is in the second, where both are numbers.
    package let difference: Double?

    init(_ name: String, _ a: String?, _ b: String?) {
      self.name = name
      self.a = a
      self.b = b
      let numbers = [a, b].compactMap { $0.flatMap { Double($0) } }
      difference = numbers.count == 2 ? numbers[1] - numbers[0] : nil
    }
  }

  package struct FigureChange: Sendable, Codable {
    /// The step that draws it.
    package let name: String
    /// The share of pixels that differ, 0...1; `nil` where the sizes differ or one is missing.
    package let share: Double?
    package let a: [UInt8]?
    package let b: [UInt8]?
    /// Where they differ, as a PNG: darker where they differ more.
    package let image: [UInt8]?
  }

  /// A line of the notebooks that only one of them has.
  package struct Line: Sendable, Codable {
    /// Whether the second has it.
    package let isNew: Bool
    package let text: String
  }

  /// The paths of both.
  package let a: String
  package let b: String
  /// Version, seed, settings and files.
  package let origin: [Change]
  package let options: [Change]
  package let values: [Change]
  package let claims: [Change]
  package let figures: [FigureChange]
  package let prose: [Line]
  /// What the pages themselves say otherwise where their runs and notebooks are the same: then one of
  /// them was changed, or drawn elsewhere.
  package let pages: [Change]

  /// Compares two reports; of `results.json` files the values alone.
  package init(_ a: ReportContents, _ b: ReportContents) {
    self.a = a.path
    self.b = b.path
    let (old, new) = (NamedValues(a.results), NamedValues(b.results))
    values = Self.changes(
      old.names.map { ($0, old[$0] ?? "") }, new.names.map { ($0, new[$0] ?? "") })
    guard let first = a.page, let second = b.page else {
      (origin, options, claims, figures, prose, pages) = ([], [], [], [], [], [])
      return
    }
    origin = Self.changes(Self.origin(of: first.record), Self.origin(of: second.record))
    options = Self.changes(first.options, second.options)
    claims = Self.changes(Self.verdicts(first), Self.verdicts(second))
    figures = Self.figures(first, second)
    prose = Self.lines(first.notebook.source.lines, second.notebook.source.lines)
    let isSameRun =
      origin.isEmpty && options.isEmpty && values.isEmpty && claims.isEmpty && figures.isEmpty
      && prose.isEmpty
    pages = isSameRun ? Self.pages(first.html, second.html) : []
  }

  package var isEmpty: Bool {
    origin.isEmpty && options.isEmpty && values.isEmpty && claims.isEmpty && figures.isEmpty
      && prose.isEmpty && pages.isEmpty
  }

  private static func pages(_ a: String, _ b: String) -> [Change] {
    guard !isSameText(a, b) else { return [] }
    let comparison = PageComparison(received: a, made: b)
    return comparison.differences.map { Change($0.what, $0.received, $0.made) }
      + comparison.figures.map { Change($0.name, "a picture", "another picture") }
  }

  /// What has another text in the second, in the order of the first; what is new comes last.
  private static func changes(
    _ old: [(name: String, text: String)], _ new: [(name: String, text: String)]
  ) -> [Change] {
    let (before, after) = (
      Dictionary(old.map { ($0.name, $0.text) }) { first, _ in first },
      Dictionary(new.map { ($0.name, $0.text) }) { first, _ in first }
    )
    return old.filter { !isSameText(after[$0.name], $0.text) }.map {
      Change($0.name, $0.text, after[$0.name])
    }
      + new.filter { before[$0.name] == nil }.map { Change($0.name, nil, $0.text) }
  }

  private static func origin(of record: PageRecord) -> [(name: String, text: String)] {
    [("Daybook", record.version), ("notebook", record.notebook)]
      + (record.overrides.isEmpty
        ? [] : [("set by hand", record.overrides.joined(separator: ", "))])
      + record.files.map {
        ("file \($0.path)", "\($0.bytes) bytes, SHA-256 \($0.digest.prefix(12))…")
      }
  }

  private static func verdicts(_ page: ReportContents.Page) -> [(name: String, text: String)] {
    page.claims.map { ($0.sentence, $0.holds ? "holds" : "fails") }
  }

  private static func figures(
    _ a: ReportContents.Page, _ b: ReportContents.Page
  ) -> [FigureChange] {
    let after = Dictionary(b.figures.map { ($0.step, $0.png) }) { first, _ in first }
    let before = Set(a.figures.map(\.step))
    let changed = a.figures.compactMap { figure -> FigureChange? in
      guard let other = after[figure.step] else {
        return FigureChange(name: figure.step, share: nil, a: figure.png, b: nil, image: nil)
      }
      guard other != figure.png else { return nil }
      let difference = FigureDifference(figure.png, other)
      return FigureChange(
        name: figure.step, share: difference?.share, a: figure.png, b: other,
        image: difference?.image)
    }
    return changed
      + b.figures.filter { !before.contains($0.step) }.map {
        FigureChange(name: $0.step, share: nil, a: nil, b: $0.png, image: nil)
      }
  }

  /// Lines that are compared one by one at most: the work grows with the square of what differs.
  private static let mostCompared = 4000

  /// The lines that only one of the notebooks has, in their order: of each place those of the first
  /// before those of the second.
  private static func lines(_ old: [String], _ new: [String]) -> [Line] {
    let head = zip(old, new).prefix(while: isSameText).count
    let tail = zip(old.dropFirst(head).reversed(), new.dropFirst(head).reversed())
      .prefix(while: isSameText).count
    let (old, new) = (
      Array(old.dropFirst(head).dropLast(tail)), Array(new.dropFirst(head).dropLast(tail))
    )
    var (removed, inserted) = (Set(old.indices), Set(new.indices))
    if old.count + new.count <= mostCompared {
      let difference = new.difference(from: old, by: isSameText)
      removed = Set(difference.removals.map(\.place))
      inserted = Set(difference.insertions.map(\.place))
    }
    var lines: [Line] = []
    var (a, b) = (0, 0)
    while a < old.count || b < new.count {
      if removed.contains(a) {
        lines.append(Line(isNew: false, text: old[a]))
        a += 1
      } else if inserted.contains(b) {
        lines.append(Line(isNew: true, text: new[b]))
        b += 1
      } else {
        (a, b) = (a + 1, b + 1)
      }
    }
    return lines
  }
}

extension CollectionDifference.Change {
  /// Where the element stands, in the collection that has it.
  fileprivate var place: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
