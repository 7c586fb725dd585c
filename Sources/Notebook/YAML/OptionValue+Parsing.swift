/// A value on the command line that is no YAML.
package struct YAMLProblem: Error, Sendable, Equatable {
  /// What is wrong, in one line with no full stop.
  package let message: String

  package init(message: String) {
    self.message = message
  }
}

extension OptionValue {
  /// Reads a scalar, or a list or mapping in brackets, as `--set step.option=VALUE` gives it.
  ///
  /// Ranges count within the text itself.
  package init(parsing yaml: String) throws(YAMLProblem) {
    let file = SourceFile(path: "", text: yaml)
    let lines = file.lines.enumerated().map { index, line in
      YAMLText.Line(text: line, start: SourcePosition(line: index + 1, column: 1))
    }
    let place = SourceRange(line: 1, column: 1, length: 1)
    var reader = YAMLReader(YAMLText(lines: lines, place: place))
    let value = reader.value()
    if let problem = reader.problems.first {
      throw YAMLProblem(message: problem.message + (problem.help.map { "; \($0)" } ?? ""))
    }
    self = value ?? .scalar("", isQuoted: false, place)
  }
}
