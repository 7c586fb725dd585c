/// Finds footnotes that the parser dropped since nothing refers to them, values and all.
struct LostFootnotes {
  private(set) var problems: [Diagnostic] = []

  /// `shown` are the lines of the blocks that the parser kept.
  init(_ source: SourceFile, shown: [ClosedRange<Int>]) {
    var kept = [Bool](repeating: false, count: source.lines.count + 1)
    for lines in shown {
      for number in lines where kept.indices.contains(number) { kept[number] = true }
    }
    for (index, line) in source.lines.enumerated() where !kept[index + 1] {
      let rest = line.drop { $0 == " " }
      guard rest.hasPrefix("[^"), let close = rest.firstIndex(of: "]"),
        rest[close...].hasPrefix("]:")
      else { continue }
      let label = rest[...close]
      problems.append(
        Diagnostic(
          "footnote \(label) that nothing refers to, or a second one of this name",
          at: source.range(of: label, onLine: index + 1),
          help: "write \(label) in the text, or delete the footnote"))
    }
  }
}
