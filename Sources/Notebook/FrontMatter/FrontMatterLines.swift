/// Finds the front matter in the lines of a notebook: between `---` lines at the very top.
struct FrontMatterLines {
  /// The lines between the marks; `nil` without front matter.
  let body: [YAMLText.Line]?
  /// Lines of the notebook that are not prose, marks included.
  let count: Int
  let problem: Diagnostic?

  init(_ source: SourceFile) {
    guard let first = source.lines.first, Self.isMark(first) else {
      body = nil
      count = 0
      problem = nil
      return
    }
    let close = source.lines.dropFirst().firstIndex(where: Self.isMark)
    guard let close else {
      // Prose is likely to begin after the first blank line: its mistakes can be told too.
      let isBlank: (String) -> Bool = { $0.allSatisfy(\.isWhitespace) }
      body = nil
      count = source.lines.firstIndex(where: isBlank) ?? source.lines.count
      problem = Diagnostic(
        "unclosed front matter", at: source.range(ofLine: 1),
        help: "end it with a line of its own: ---")
      return
    }
    body = source.lines[1..<close].enumerated().map { index, line in
      YAMLText.Line(text: line, start: SourcePosition(line: index + 2, column: 1))
    }
    count = close + 1
    problem = nil
  }

  private static func isMark(_ line: String) -> Bool {
    line.hasPrefix("---") && line.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
  }
}
