/// Puts diagnostics into words: place, problem, the line itself, a caret and what to do.
package struct DiagnosticPrinter: Sendable {
  let source: SourceFile
  let hasColour: Bool
  /// The most characters of a source line that are shown.
  private let width = 100

  package init(source: SourceFile, colour: Bool = false) {
    self.source = source
    hasColour = colour
  }

  /// The diagnostic as a terminal shows it.
  ///
  ///     notebooks/digits.md:12:4: error: unknown step kind 'trian'
  ///        12 | ```trian
  ///           |    ^~~~~ did you mean 'train'?
  package func text(_ diagnostic: Diagnostic) -> String {
    let head = "\(severity(diagnostic)) \(bold(visible(diagnostic.message)))"
    let help = diagnostic.help.map(visible)
    guard let range = diagnostic.range, source.lines.indices.contains(range.start.line - 1) else {
      let note = help.map { "\n  \($0)" } ?? ""
      return "\(visible(source.path)): \(head)\(note)"
    }
    let place = "\(visible(source.path)):\(range.start.line):\(range.start.column): "
    return place + head + "\n" + excerpt(range, help: help)
  }

  private func severity(_ diagnostic: Diagnostic) -> String {
    let word = "\(diagnostic.severity.rawValue):"
    guard hasColour else { return word }
    return "\u{1B}[1;\(diagnostic.severity == .error ? 31 : 35)m\(word)\u{1B}[0m"
  }

  private func bold(_ text: String) -> String {
    hasColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }

  /// The line, and below it a caret at the range with the help behind it.
  private func excerpt(_ range: SourceRange, help: String?) -> String {
    let number = String(range.start.line)
    let gutter = String(repeating: " ", count: max(5, number.count))
    let margin = String(repeating: " ", count: gutter.count - number.count) + number
    let window = Window(
      line: source.lines[range.start.line - 1], column: range.start.column, width: width)
    let end = range.end.line == range.start.line ? range.end.column : Int.max
    let caret = window.underline(from: range.start.column, to: end)
    let pointer = hasColour ? "\u{1B}[1;32m\(caret)\u{1B}[0m" : caret
    return "\(margin) | \(window.text)\n\(gutter) | \(window.indent)\(pointer)"
      + (help.map { " " + $0 } ?? "")
  }
}

/// The part of a source line that is shown around a column.
private struct Window {
  private let cells: [(text: String, width: Int)]
  private let first: Int
  let text: String
  /// The blanks before the column.
  let indent: String

  init(line: String, column: Int, width: Int) {
    let cells = line.map(cell)
    let start = max(0, min(column - 1, cells.count))
    let first = start > width * 2 / 3 ? start - width / 2 : 0
    let last = min(cells.count, first + width)
    let shown = cells[min(first, last)..<last]
    text = (first > 0 ? "…" : "") + shown.map(\.text).joined() + (last < cells.count ? "…" : "")
    let before = shown.prefix(start - first).reduce(0) { $0 + $1.width } + (first > 0 ? 1 : 0)
    indent = String(repeating: " ", count: before)
    self.cells = cells
    self.first = first
  }

  /// A caret and as many tildes as the rest of the columns are wide.
  func underline(from start: Int, to end: Int) -> String {
    let range = max(0, start - 1)..<max(start, min(end - 1, cells.count))
    let width = range.reduce(0) { $0 + (cells.indices.contains($1) ? cells[$1].width : 1) }
    return "^" + String(repeating: "~", count: max(0, min(width, 100) - 1))
  }
}

/// A character as a terminal shows it: tabs as two blanks, control characters by their symbols.
private func cell(_ character: Character) -> (text: String, width: Int) {
  if character == "\t" { return ("  ", 2) }
  let text = visible(String(character))
  guard let scalar = text.unicodeScalars.first else { return ("", 0) }
  let isWide =
    scalar.properties.isEmojiPresentation || (0x1100...0x115F).contains(scalar.value)
    || (0x2E80...0xA4CF).contains(scalar.value) || (0xAC00...0xD7A3).contains(scalar.value)
    || (0xF900...0xFAFF).contains(scalar.value) || (0xFE30...0xFE6F).contains(scalar.value)
    || (0xFF00...0xFF60).contains(scalar.value) || (0x20000...0x3FFFD).contains(scalar.value)
  return (text, isWide ? 2 : text.count)
}

/// A text without control characters, which could take a terminal over.
func visible(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x00..<0x20: result.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
    case 0x7F: result += "␡"
    case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069: result += "�"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

extension NotebookProblems {
  /// All problems as a terminal shows them, and how many there are.
  package func text(colour: Bool = false) -> String {
    let printer = DiagnosticPrinter(source: source, colour: colour)
    let errors = diagnostics.count { $0.severity == .error }
    let count = errors == 1 ? "1 error" : "\(errors) errors"
    return (diagnostics.map(printer.text) + ["\(visible(source.path)): \(count)"])
      .joined(separator: "\n")
  }

  /// All problems as GitHub's annotations, a line each.
  package var annotations: String {
    diagnostics.map { diagnostic in
      var place = "file=" + escapedProperty(source.path)
      if let range = diagnostic.range {
        place += ",line=\(range.start.line),col=\(range.start.column)"
        place += ",endLine=\(range.end.line),endColumn=\(range.end.column)"
      }
      let message = diagnostic.message + (diagnostic.help.map { " (\($0))" } ?? "")
      return "::\(diagnostic.severity.rawValue) \(place)::\(escapedData(message))"
    }.joined(separator: "\n")
  }
}

private func escapedData(_ text: String) -> String {
  text.map { character in
    switch character {
    case "%": "%25"
    case "\r": "%0D"
    case "\n": "%0A"
    case "\r\n": "%0D%0A"
    default: String(character)
    }
  }.joined()
}

private func escapedProperty(_ text: String) -> String {
  escapedData(text).map { character in
    switch character {
    case ":": "%3A"
    case ",": "%2C"
    default: String(character)
    }
  }.joined()
}
