/// A place in a YAML text that moves on by character; a line's end is a character too.
struct YAMLCursor {
  private let text: YAMLText
  private var line: Int
  private var characters: [Character]
  private var index: Int

  init(_ text: YAMLText, at position: SourcePosition) {
    self.text = text
    line = text.index(of: position) ?? text.lines.count
    characters = text.characters(at: line)
    let start = text.lines.indices.contains(line) ? text.lines[line].start.column : 1
    index = max(0, position.column - start)
  }

  var isAtEnd: Bool { !text.lines.indices.contains(line) }

  var isAtLineEnd: Bool { index >= characters.count }

  /// The character here; a space at the end of a line.
  var character: Character? {
    if isAtEnd { return nil }
    return isAtLineEnd ? " " : characters[index]
  }

  var position: SourcePosition {
    guard text.lines.indices.contains(line) else {
      guard let last = text.lines.last else { return text.place.start }
      return last.start.advanced(by: last.text.count)
    }
    return text.lines[line].start.advanced(by: index)
  }

  mutating func advance() {
    if isAtLineEnd { skipLine() } else { index += 1 }
  }

  mutating func skipLine() {
    line += 1
    index = 0
    characters = text.characters(at: line)
  }
}
