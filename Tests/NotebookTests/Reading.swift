import Notebook
import Testing

/// The step kinds of Daybook.
let stepKinds =
  ["train", "predict", "source"].map { StepSyntax($0) }
  + [
    StepSyntax("load", tables: 1), StepSyntax("split", tables: 1),
    StepSyntax("evaluate", tables: 2), StepSyntax("plot", figures: 1),
    StepSyntax("check", body: .claims),
  ]

/// Reads a notebook's text.
func read(_ text: String, path: String = "notebooks/x.md") throws -> Notebook {
  try Notebook(source: SourceFile(path: path, text: text), stepKinds: stepKinds)
}

/// What is printed about a text; "" for a text without mistakes.
func mistakes(in text: String, path: String = "x.md") -> String {
  do {
    _ = try read(text, path: path)
    return ""
  } catch let problems as NotebookProblems {
    return problems.text()
  } catch {
    return "unexpected error: \(error)"
  }
}

extension SourceFile {
  /// The text of a stretch of one line, in brackets with its place; "-" for a longer one.
  func slice(_ range: SourceRange) -> String {
    guard range.start.line == range.end.line, lines.indices.contains(range.start.line - 1) else {
      return "-"
    }
    let line = Array(lines[range.start.line - 1])
    guard range.start.column >= 1, range.end.column - 1 <= line.count,
      range.start.column <= range.end.column
    else { return "-" }
    return String(line[range.start.column - 1..<range.end.column - 1])
  }
}

extension SourceRange {
  /// `line:column-column`, with the last line where it is another one.
  var short: String {
    let last = end.line == start.line ? "\(end.column)" : "\(end.line):\(end.column)"
    return "\(start.line):\(start.column)-\(last)"
  }
}

/// A table's row with a name that test reports show.
struct Case<Expected: Sendable>: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let expected: Expected

  init(_ name: String, _ text: String, _ expected: Expected) {
    self.name = name
    self.text = text
    self.expected = expected
  }

  var testDescription: String { name }
}
