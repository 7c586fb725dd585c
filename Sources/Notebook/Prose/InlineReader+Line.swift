extension InlineReader {
  /// Reads a scalar of YAML as one line of Markdown, such as a title; blocks mean nothing in it.
  static func inlines(
    of string: String, in yaml: YAMLText, at place: SourceRange, values: inout [InlineValue]
  ) -> (inlines: [Inline], problems: [Diagnostic], references: [NumberedReference]) {
    var marks = ParagraphMarks(start: 0)
    marks.append(string.utf8)
    if let problem = marks.problem {
      return ([], [Diagnostic(problem.fact, at: place, help: problem.help)], [])
    }
    let text = YAMLLayout(yaml).scalar(string, at: place.start).text
    var reader = InlineReader(text, place: place)
    // A heading reads its line as running text, whatever it begins with; the closing mark
    // keeps those of the text itself.
    let line = "# " + String(string.map { $0.isNewline ? " " : $0 }) + " #"
    var inlines: [Inline] = []
    var found = values
    MarkdownDocument(parsing: [line]).withRoot { root in
      if let heading = root.children.first {
        inlines = reader.inlines(of: heading, values: &found)
      }
    }
    values = found
    let mistakes = TextMistakes(text, notes: []).problems
    return (inlines, reader.problems + reader.tags.problems + mistakes, reader.references)
  }
}
