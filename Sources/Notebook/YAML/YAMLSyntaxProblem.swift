import Yams

/// A YAML error of the parser, in the notebook's words and at the notebook's place.
struct YAMLSyntaxProblem {
  let diagnostic: Diagnostic

  init(_ error: YamlError, in text: YAMLText) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      diagnostic = Self.diagnostic(problem, context, mark, text)
    case .duplicatedKeysInMapping(let keys, let context):
      diagnostic = Self.duplicate(keys.first ?? "", firstAt: context.mark, in: text)
    default:
      diagnostic = Diagnostic("invalid YAML", at: text.place)
    }
  }

  static func duplicate(_ key: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("'\(key)' is written twice", at: range, help: "keep one of them")
  }

  private static func diagnostic(
    _ problem: String, _ context: YamlError.Context?, _ mark: Mark, _ text: YAMLText
  ) -> Diagnostic {
    let wording = Wording.all.first { $0.matches(problem, context?.text ?? "") }
    let shown = wording?.isAtContext == true ? context?.mark ?? mark : mark
    let start = text.position(line: shown.line, scalarColumn: shown.column)
    return Diagnostic(
      wording?.message ?? "invalid YAML: \(problem)",
      at: SourceRange(start, start.advanced(by: 1)), help: wording?.help)
  }

  /// The parser tells where a repeated key first stands; the repetition is the next line alike.
  private static func duplicate(
    _ key: String, firstAt mark: Mark, in text: YAMLText
  ) -> Diagnostic {
    let first = text.position(line: mark.line, scalarColumn: mark.column)
    var cursor = YAMLCursor(text, at: first)
    let column = first.column
    cursor.skipLine()
    while !cursor.isAtEnd {
      let line = text.line(at: cursor.position)
      let skipped = column - (line?.start.column ?? 1)
      if let line, line.text.prefix(skipped).allSatisfy({ $0 == " " }),
        line.text.dropFirst(skipped).hasPrefix(key),
        line.text.dropFirst(skipped + key.count).drop(while: { $0 == " " }).first == ":"
      {
        return duplicate(
          key, at: SourceRange(line: line.start.line, column: column, length: key.count))
      }
      cursor.skipLine()
    }
    return duplicate(key, at: SourceRange(first, first.advanced(by: key.count)))
  }
}

/// What libYAML says and what we say.
private struct Wording {
  let problem: String
  var context = ""
  let message: String
  let help: String?
  /// Whether the mistake is where the construct begins, not where the parser gave up.
  var isAtContext = false

  func matches(_ problem: String, _ context: String) -> Bool {
    problem == self.problem && (self.context.isEmpty || context == self.context)
  }

  static let all = [
    Wording(
      problem: "mapping values are not allowed in this context",
      message: "a ':' within a value", help: "put the value in quotes"),
    Wording(
      problem: "could not find expected ':'",
      message: "no ':' after the key", help: "write `key: value`", isAtContext: true),
    Wording(
      problem: "did not find expected key",
      message: "expected a key here",
      help: "line the keys up, or put the value above in quotes"),
    Wording(
      problem: "found unexpected end of stream", context: "while scanning a quoted scalar",
      message: "a quote that is not closed", help: "add the closing quote", isAtContext: true),
    Wording(
      problem: "did not find expected ',' or ']'",
      message: "a list that is not closed", help: "add the ']'", isAtContext: true),
    Wording(
      problem: "did not find expected ',' or '}'",
      message: "a mapping that is not closed", help: "add the '}'", isAtContext: true),
    Wording(
      problem: "found character that cannot start any token",
      message: "a value cannot begin with this character", help: "put the value in quotes"),
    Wording(
      problem: "did not find expected '-' indicator",
      message: "expected '- ' as in the items above", help: "line the items up"),
    Wording(
      problem: "found undefined alias",
      message: "YAML anchors and aliases are not read",
      help: "write the value out, or in quotes if it is text"),
    Wording(
      problem: "but found another document",
      message: "a second YAML document", help: "delete the '---' line"),
    Wording(
      problem: "found unknown escape character", context: "while parsing a quoted scalar",
      message: "an unknown escape in double quotes",
      help: "write `\\\\` for a backslash, or use single quotes"),
  ]
}
