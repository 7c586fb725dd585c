import VisibleText

/// Writes diagnostics as text: the place, the line and a caret with the advice beside it.
///
/// ```
/// notebooks/x.md:12:4: error: unknown step kind 'trian'
///    12 | ```trian
///       |    ^~~~~ did you mean 'train'?
/// ```
package struct DiagnosticPrinter {
  private let source: SourceFile
  private let style: TerminalStyle

  package init(source: SourceFile, colour: Bool = false) {
    self.source = source
    style = TerminalStyle(isOn: colour)
  }

  /// The diagnostic in one to three lines, without a line end after the last.
  package func text(_ diagnostic: Diagnostic) -> String {
    let severity = style.severity(diagnostic.severity)
    let message = makingControlsVisible(diagnostic.message)
    let place = style.bold(place(of: diagnostic.range) + ":")
    let head = "\(place) \(severity) \(style.bold(message))"
    let help = diagnostic.help.map(makingControlsVisible)
    guard let range = diagnostic.range, source.lines.indices.contains(range.start.line - 1) else {
      return help.map { "\(head)\n  \($0)" } ?? head
    }
    return head + "\n" + excerpt(of: range, help: help)
  }

  private func place(of range: SourceRange?) -> String {
    let path = makingControlsVisible(source.path)
    guard let start = range?.start else { return path }
    return "\(path):\(start.line):\(start.column)"
  }

  private func excerpt(of range: SourceRange, help: String?) -> String {
    let line = source.lines[range.start.line - 1]
    let end = range.end.line == range.start.line ? range.end.column : Int.max
    let excerpt = Excerpt(line: line, from: range.start.column, to: end)
    let number = String(range.start.line)
    let width = max(5, number.count)
    let margin = String(repeating: " ", count: width - number.count) + number
    let blank = String(repeating: " ", count: width)
    let caret = style.caret(excerpt.caret)
    let advice = help.map { " \($0)" } ?? ""
    return "\(style.dim("\(margin) |")) \(excerpt.text)\n"
      + "\(style.dim("\(blank) |")) \(excerpt.indentation)\(caret)\(advice)"
  }
}

extension NotebookProblems: CustomStringConvertible {
  package var description: String { text() }

  /// Diagnostics that are shown of one notebook; one mistake made everywhere would fill the screen.
  private static let mostShown = 100

  /// The first diagnostics as text, one after the other, each ending its line, and how many more
  /// there are.
  package func text(colour: Bool = false) -> String {
    let printer = DiagnosticPrinter(source: source, colour: colour)
    let shown = diagnostics.prefix(Self.mostShown).map { printer.text($0) + "\n" }.joined()
    let more = diagnostics.count - Self.mostShown
    guard more > 0 else { return shown }
    return shown + makingControlsVisible(source.path)
      + ": and \(more) more \(more == 1 ? "problem" : "problems")\n"
  }
}

/// Escape sequences for terminals (ECMA-48), or nothing.
private struct TerminalStyle {
  let isOn: Bool

  func bold(_ text: String) -> String { wrap(text, "1") }
  func dim(_ text: String) -> String { wrap(text, "2") }
  func caret(_ text: String) -> String { wrap(text, "1;32") }

  func severity(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: wrap("error:", "1;31")
    case .warning: wrap("warning:", "1;33")
    }
  }

  private func wrap(_ text: String, _ code: String) -> String {
    isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
