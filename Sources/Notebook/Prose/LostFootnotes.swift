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
      guard let label = Self.label(definedBy: line) else { continue }
      problems.append(
        Diagnostic(
          "footnote \(label) that nothing refers to, or a second one of this name",
          at: source.range(of: label, onLine: index + 1),
          help: "write \(label) in the text, or delete the footnote"))
    }
  }

  /// The labels of all footnotes, in lower case, without their brackets.
  static func labels(in source: SourceFile) -> Set<String> {
    Set(
      source.lines.lazy.compactMap { label(definedBy: $0) }
        .map { $0.dropFirst(2).dropLast().lowercased() })
  }

  /// The label, in its brackets, of the footnote that begins on a line; `nil` for other lines.
  private static func label(definedBy line: String) -> Substring? {
    let rest = line.drop { $0 == " " || $0 == ">" }
    guard rest.hasPrefix("[^"), let close = rest.firstIndex(of: "]"),
      rest[close...].hasPrefix("]:")
    else { return nil }
    return rest[...close]
  }
}
