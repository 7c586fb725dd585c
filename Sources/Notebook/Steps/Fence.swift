import Spelling

/// A fenced block in the lines of a notebook: ` ```KIND [NAME] ` and what follows it.
struct Fence {
  struct Word: Equatable {
    let text: String
    let range: SourceRange
  }

  /// The words after the fence.
  let words: [Word]
  /// The opening run of backticks or tildes.
  let opening: SourceRange
  /// The lines between the fences, without the indentation of the opening one.
  let body: [YAMLText.Line]
  let isClosed: Bool
  /// The first line of the body that opens another fence, as only a missing end explains.
  let inner: (kind: String, line: Int)?
  /// From the opening fence to the end of the closing one.
  let range: SourceRange

  /// The fence that opens on the first of these lines; `nil` where there is none.
  init?(on lines: ClosedRange<Int>, of source: SourceFile) {
    guard source.lines.indices.contains(lines.lowerBound - 1) else { return nil }
    let first = source.lines[lines.lowerBound - 1]
    guard let mark = first.first(where: { $0 != " " }), mark == "`" || mark == "~" else {
      return nil
    }
    let indentation = first.prefix { $0 == " " }.count
    let length = first.dropFirst(indentation).prefix { $0 == mark }.count
    let start = SourcePosition(line: lines.lowerBound, column: indentation + 1)
    opening = SourceRange(start, start.advanced(by: length))
    words = Self.words(of: first, after: indentation + length, line: lines.lowerBound)

    let lastNumber = min(lines.upperBound, source.lines.count)
    let last = source.lines[lastNumber - 1]
    isClosed = lastNumber > lines.lowerBound && Self.closes(last, mark, length)
    let end = isClosed ? lastNumber : lastNumber + 1
    let body = (lines.lowerBound + 1..<max(end, lines.lowerBound + 1)).map { number in
      let line = source.lines[number - 1]
      let removed = min(indentation, line.prefix { $0 == " " }.count)
      return YAMLText.Line(
        text: String(line.dropFirst(removed)),
        start: SourcePosition(line: number, column: removed + 1))
    }
    self.body = body
    inner = body.lazy.compactMap { Self.opening(in: $0, mark, length) }.first
    range = SourceRange(start, SourcePosition(line: lastNumber, column: last.count + 1))
  }

  private static func words(of line: String, after skipped: Int, line number: Int) -> [Word] {
    var words: [Word] = []
    var column = skipped + 1
    for part in line.dropFirst(skipped).split(
      omittingEmptySubsequences: false, whereSeparator: \.isSpace)
    {
      if !part.isEmpty {
        let range = SourceRange(line: number, column: column, length: part.count)
        words.append(Word(text: String(part), range: range))
      }
      column += part.count + 1
    }
    return words
  }

  /// The word behind a fence as long as another one, on a line of its body.
  private static func opening(
    in line: YAMLText.Line, _ mark: Character, _ length: Int
  ) -> (kind: String, line: Int)? {
    let run = line.text.prefix { $0 == mark }
    let word = line.text.dropFirst(run.count).prefix { !$0.isSpace }
    guard run.count >= length, !word.isEmpty, !word.contains(mark) else { return nil }
    return (String(word), line.start.line)
  }

  private static func closes(_ line: String, _ mark: Character, _ length: Int) -> Bool {
    let indentation = line.prefix { $0 == " " }.count
    let rest = line.dropFirst(indentation)
    let run = rest.prefix { $0 == mark }.count
    return indentation <= 3 && run >= length
      && rest.dropFirst(run).allSatisfy { $0 == " " || $0 == "\t" }
  }
}
