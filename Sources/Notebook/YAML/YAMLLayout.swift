import Spelling

/// Finds in the notebook's lines what the YAML parser tells only the beginning of.
struct YAMLLayout {
  private let text: YAMLText
  /// Characters and comments that may stand between a last value and its bracket.
  private static let mostBetween = 1_000

  init(_ text: YAMLText) {
    self.text = text
  }

  /// The problem of a value that begins with an anchor, an alias or a tag, which are not read.
  func property(at position: SourcePosition) -> Diagnostic? {
    guard let index = text.index(of: position) else { return nil }
    let characters = text.characters(at: index)
    let rest = characters.dropFirst(max(0, position.column - text.lines[index].start.column))
    guard let first = rest.first, "&*!".contains(first) else { return nil }
    let word = rest.prefix { !$0.isSpace && !",[]{}".contains($0) }
    let range = SourceRange(position, position.advanced(by: max(1, word.count)))
    guard first == "!" else { return Self.noAliases(at: range) }
    return Diagnostic("YAML tags are not read", at: range, help: "write the value alone")
  }

  static func noAliases(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "YAML anchors and aliases are not read", at: range,
      help: "write the value out, or in quotes if it is text")
  }

  /// Where a scalar stands, and the place of each of its characters.
  func scalar(
    _ value: String, at start: SourcePosition
  ) -> (range: SourceRange, text: MappedText) {
    var walk = ScalarWalk(cursor: YAMLCursor(text, at: start))
    if walk.follow(value) {
      return (SourceRange(start, walk.end), walk.mapped)
    }
    // A spelling the walk does not know, such as an escaped line end: all at the beginning.
    var mapped = MappedText()
    for character in value { mapped.append(String(character), at: start) }
    return (SourceRange(start, endOfLine(at: start)), mapped)
  }

  private func endOfLine(at start: SourcePosition) -> SourcePosition {
    guard let index = text.index(of: start) else { return start }
    let characters = text.characters(at: index)
    let written = (characters.lastIndex { !$0.isSpace } ?? -1) + 1
    return max(start, text.lines[index].start.advanced(by: written))
  }

  /// Where a list or mapping ends: past its bracket, or with its last value where no bracket is near:
  /// each of thousands whose values end nobody knows where would look through all that follows.
  func end(of start: SourcePosition, afterLast last: SourcePosition?) -> SourcePosition {
    var cursor = YAMLCursor(text, at: start)
    guard let open = cursor.character, open == "[" || open == "{" else { return last ?? start }
    let close: Character = open == "[" ? "]" : "}"
    cursor.advance()
    if let last { cursor = YAMLCursor(text, at: last) }
    for _ in 0..<Self.mostBetween where !cursor.isAtEnd {
      if cursor.character == close { return cursor.position.advanced(by: 1) }
      if cursor.character == "#" { cursor.skipLine() } else { cursor.advance() }
    }
    return last ?? start
  }
}
