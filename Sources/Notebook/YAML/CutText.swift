/// Finds text that a `#` cuts: in YAML a comment begins there, and a caption or title loses its end.
struct CutText {
  private let text: YAMLText

  init(_ text: YAMLText) {
    self.text = text
  }

  /// What is wrong with the options of some keys that are text for readers.
  func problems(in options: [StepOption], texts keys: Set<String>) -> [Diagnostic] {
    options.filter { keys.contains($0.key) }.flatMap { problems(of: $0.value, called: $0.key) }
  }

  /// What is wrong with a text, or with each of a list.
  func problems(of value: OptionValue, called name: String) -> [Diagnostic] {
    switch value {
    case .scalar(_, isQuoted: false, let range): comment(after: range, name).map { [$0] } ?? []
    case .list(let values, _): values.flatMap { problems(of: $0, called: name) }
    case .scalar, .mapping: []
    }
  }

  private func comment(after range: SourceRange, _ name: String) -> Diagnostic? {
    guard let index = text.index(of: range.end) else { return nil }
    let line = text.lines[index]
    let characters = text.characters(at: index)
    if let first = text.index(of: range.start), isBlock(first, range.start) { return nil }
    let start = max(0, range.end.column - line.start.column)
    guard let mark = characters.indices.dropFirst(start).first(where: { characters[$0] != " " }),
      mark > start, characters[mark] == "#"
    else { return nil }
    return Diagnostic(
      "' #' cuts the \(name) here",
      at: SourceRange(
        line: line.start.line, column: line.start.column + mark, length: characters.count - mark),
      help: "put the text in quotes, or the comment on a line of its own")
  }

  /// Whether a scalar is a block of lines, in which a `#` is text.
  private func isBlock(_ index: Int, _ start: SourcePosition) -> Bool {
    let place = start.column - text.lines[index].start.column
    let characters = text.characters(at: index)
    return characters.indices.contains(place) && "|>".contains(characters[place])
  }
}
