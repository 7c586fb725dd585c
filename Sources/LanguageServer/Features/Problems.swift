import Notebook
import Plan

/// What is wrong with a notebook, as editors show it, and what they can do about it at once.
struct Problems {
  let notebook: OpenNotebook

  var json: JSON { .list((notebook.diagnostics + notebook.findings).map(json)) }

  private func json(_ diagnostic: Diagnostic) -> JSON {
    [
      "range": notebook.places.json(range(of: diagnostic)),
      "severity": diagnostic.severity == .error ? 1 : 2,
      "source": "daybook",
      "message": .text(diagnostic.message + (diagnostic.help.map { "\n" + $0 } ?? "")),
    ]
  }

  /// Where it stands; the first line for what has no place.
  private func range(of diagnostic: Diagnostic) -> SourceRange {
    diagnostic.range
      ?? SourceRange(
        line: 1, column: 1, length: max(1, notebook.layout.lines.first?.count ?? 1))
  }

  /// What can be done at a stretch of the text: mistakes that are mended at once, and runs.
  func actions(in wanted: SourceRange) -> JSON {
    let fixes = notebook.diagnostics.filter { diagnostic in
      let range = range(of: diagnostic)
      return range.start <= wanted.end && wanted.start <= range.end
    }.flatMap(fixes)
    return .list(fixes + runs(at: wanted.start.line))
  }

  private func fixes(_ diagnostic: Diagnostic) -> [JSON] {
    guard let range = diagnostic.range else { return [] }
    if let misspelling = diagnostic.misspelling {
      let correction = diagnostic.correction(in: notebook.source)
      return correction.map { range, word in
        [fix("Write '\(misspelling.meant)'", diagnostic, notebook.edit(range, word))]
      } ?? []
    }
    guard range.end.column - range.start.column >= 3,
      let fence = notebook.layout.fence(at: range.start.line),
      fence.opening == range.start.line, !fence.isClosed, fence.kind != nil
    else { return [] }
    let last = notebook.layout.lines[fence.last - 1]
    let isBlank = last.allSatisfy(\.isWhitespace) && fence.last > fence.opening
    let place = SourcePosition(line: fence.last, column: isBlank ? 1 : last.count + 1)
    let text = isBlank ? fence.marks + "\n" : "\n" + fence.marks
    return [
      fix("Close the step", diagnostic, notebook.edit(SourceRange(place, place), text))
    ]
  }

  private func fix(_ title: String, _ diagnostic: Diagnostic, _ edit: JSON) -> JSON {
    [
      "title": .text(title), "kind": "quickfix", "isPreferred": true,
      "diagnostics": [json(diagnostic)], "edit": ["changes": .object([notebook.uri: [edit]])],
    ]
  }

  private func runs(at line: Int) -> [JSON] {
    guard let step = notebook.step(at: line) else { return [] }
    let title = "Run to '\(step.name)'"
    return [
      [
        "title": .text(title), "kind": "source",
        "command": [
          "title": .text(title), "command": .text(RunLens.command),
          "arguments": [.text(notebook.uri), .text(step.name)],
        ],
      ]
    ]
  }
}
