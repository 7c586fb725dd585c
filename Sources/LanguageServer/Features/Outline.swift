import Notebook
import Plan

/// The headings and steps of a notebook, as a tree and as what can be folded.
struct Outline {
  private final class Entry {
    let name: String
    let detail: String
    let kind: Int
    let level: Int
    let selection: SourceRange
    let start: SourcePosition
    var end: SourcePosition
    var children: [Entry] = []

    init(
      _ name: String, _ detail: String, kind: Int, level: Int, _ selection: SourceRange,
      _ range: SourceRange
    ) {
      self.name = name
      self.detail = detail
      self.kind = kind
      self.level = level
      self.selection = selection
      start = range.start
      end = range.end
    }
  }

  // Kinds by the protocol's numbers.
  private static let text = 15
  private static let function = 12
  private static let mostLevels = 7

  let notebook: OpenNotebook

  func symbols() -> JSON {
    let layout = notebook.layout
    let headings = layout.headings.map { heading in
      Entry(
        heading.title.isEmpty ? "untitled" : heading.title, "", kind: Self.text,
        level: heading.level, heading.range, wholeLine(heading.line))
    }
    let steps = (notebook.sketch?.steps ?? []).map { step in
      Entry(
        step.name, step.kind.name, kind: Self.function, level: Self.mostLevels,
        step.written.nameRange, step.written.range)
    }
    var stack: [Entry] = []
    var roots: [Entry] = []
    for entry in (headings + steps).sorted(by: { $0.start < $1.start }) {
      while let last = stack.last, last.level >= entry.level {
        close(stack.removeLast(), before: entry)
      }
      if let last = stack.last { last.children.append(entry) } else { roots.append(entry) }
      stack.append(entry)
    }
    let end = wholeLine(max(1, layout.lines.count)).end
    for entry in stack where entry.level < Self.mostLevels { entry.end = max(entry.end, end) }
    return .list(roots.map(json))
  }

  private func close(_ entry: Entry, before next: Entry) {
    guard entry.level < Self.mostLevels else { return }
    entry.end = max(entry.end, wholeLine(max(1, next.start.line - 1)).end)
  }

  private func json(_ entry: Entry) -> JSON {
    .object(compacting: [
      "name": .text(entry.name), "detail": entry.detail.isEmpty ? nil : .text(entry.detail),
      "kind": .integer(entry.kind),
      "range": notebook.places.json(
        SourceRange(min(entry.start, entry.selection.start), max(entry.end, entry.selection.end))),
      "selectionRange": notebook.places.json(entry.selection),
      "children": .list(entry.children.map(json)),
    ])
  }

  /// What can be folded: front matter, fences, and the text below each heading.
  func folds() -> JSON {
    let layout = notebook.layout
    var folds: [(ClosedRange<Int>, kind: String?)] = []
    if let frontMatter = layout.frontMatter { folds.append((frontMatter, nil)) }
    folds += layout.fences.map { ($0.opening...$0.last, nil) }
    // From the last heading up: where the next one of its level or above begins.
    var ends = [Int](repeating: layout.lines.count, count: 7)
    for heading in layout.headings.reversed() {
      let end = ends[0..<heading.level].min() ?? layout.lines.count
      folds.append((heading.line...max(heading.line, lastText(before: end)), "region"))
      ends[heading.level - 1] = heading.line - 1
      for deeper in heading.level..<7 { ends[deeper] = heading.line - 1 }
    }
    return .list(
      folds.filter { $0.0.count > 1 }.sorted { $0.0.lowerBound < $1.0.lowerBound }.map { fold in
        .object(compacting: [
          "startLine": .integer(fold.0.lowerBound - 1), "endLine": .integer(fold.0.upperBound - 1),
          "kind": fold.kind.map(JSON.text),
        ])
      })
  }

  private func lastText(before line: Int) -> Int {
    var line = line
    while line > 1, notebook.layout.lines[line - 1].allSatisfy(\.isWhitespace) { line -= 1 }
    return line
  }

  private func wholeLine(_ number: Int) -> SourceRange {
    let length = number <= notebook.layout.lines.count ? notebook.layout.lines[number - 1].count : 0
    return SourceRange(line: number, column: 1, length: length)
  }
}
