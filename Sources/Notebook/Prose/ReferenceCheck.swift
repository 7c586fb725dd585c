/// Finds references to figures and tables that there are not.
struct ReferenceCheck {
  private(set) var problems: [Diagnostic] = []
  /// How many figures and tables each name has at least.
  private var counts: [String: [NumberedKind: Int]] = [:]
  private let kinds: [String: String]
  private let displays: [String: TableDisplay]
  private let prose: CaptionedBlocks
  private var comparisons = 0

  private static let mostComparisons = 50

  /// - Parameter prose: the text, of which captions with names count.
  init(_ references: [NumberedReference], steps: [Step], prose: CaptionedBlocks) {
    self.prose = prose
    kinds = Dictionary(steps.map { ($0.name, $0.kind) }) { first, _ in first }
    displays = Dictionary(steps.map { ($0.name, $0.tables) }) { first, _ in first }
    for step in steps {
      counts[step.name] = [.figure: step.syntax.figures, .table: step.syntax.tables]
    }
    for (caption, place) in prose.captions {
      guard let name = caption.name else { continue }
      if counts[name] != nil {
        problems.append(
          Diagnostic(
            "something else is called '\(name)', too", at: place,
            help: "give the \(caption.kind.rawValue) another name"))
      }
      counts[name, default: [:]][caption.kind, default: 0] += 1
    }
    for reference in references { check(reference) }
  }

  private mutating func check(_ reference: NumberedReference) {
    guard let found = counts[reference.name] else {
      comparisons += 1
      let misspelling =
        comparisons <= Self.mostComparisons && prose.strayNames[reference.name] == nil
        ? Misspelling(reference.name, among: names(with: reference.kind)) : nil
      problems.append(
        Diagnostic(
          "nothing is called '\(reference.name)'",
          at: misspelling == nil ? reference.range : reference.nameRange,
          help: misspelling == nil ? help(for: reference) : nil,
          misspelling: misspelling))
      return
    }
    if reference.kind == .table, displays[reference.name]?.hides(reference.index) == true {
      problems.append(
        Diagnostic(
          "'\(reference.name)' leaves this table out", at: reference.range,
          help: "take 'none' from its option 'tables'"))
      return
    }
    let count = found[reference.kind] ?? 0
    guard reference.index >= count else { return }
    let owner = kinds[reference.name].map { "'\(reference.name)', of kind \($0)," }
    let message =
      count == 0
      ? "\(owner ?? "'\(reference.name)'") has no \(reference.kind.rawValue)"
      : "'\(reference.name)' has no more than \(count) \(reference.kind.rawValue)s for certain"
    let other = NumberedKind.allCases.first { (found[$0] ?? 0) > 0 }
    problems.append(
      Diagnostic(
        message, at: reference.range,
        help: count > 0
          ? "write an index below \(count)"
          : other.map { "write \(reference.name).\($0.rawValue)" }
            ?? "write the name of a step that shows one"))
  }

  /// What to do about a name that nothing has, and that is like none.
  private func help(for reference: NumberedReference) -> String {
    if let line = prose.strayNames[reference.name] {
      return "put its caption, on line \(line), right below what it is of"
    }
    return "write the name of a step that shows a \(reference.kind.rawValue), or of a caption"
  }

  private func names(with kind: NumberedKind) -> [String] {
    counts.filter { ($0.value[kind] ?? 0) > 0 }.map(\.key).sorted()
  }
}
