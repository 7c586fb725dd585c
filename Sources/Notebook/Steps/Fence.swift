/// A fenced block as it stands in the lines of a notebook.
struct Fence {
  struct Word {
    let text: String
    let range: SourceRange
  }

  /// From the opening fence to the closing one, lines counted from 1.
  let range: ClosedRange<Int>
  /// The words behind the opening fence.
  let words: [Word]
  /// The blanks before the opening fence, which its body may have too.
  let indent: Int
  /// The opening fence itself.
  let marker: String
  let isClosed: Bool
  /// The lines between the fences, without the indentation.
  let body: [String]

  init(lines: [String], range: ClosedRange<Int>) {
    self.range = range
    let opening = lines.indices.contains(range.lowerBound - 1) ? lines[range.lowerBound - 1] : ""
    let indent = opening.prefix { $0 == " " }.count
    let rest = opening.dropFirst(indent)
    let marker = rest.first.map { fence in rest.prefix { $0 == fence } } ?? ""
    self.indent = indent
    self.marker = String(marker)
    words = Self.words(of: Array(opening), from: indent + marker.count, line: range.lowerBound)
    let last = range.upperBound
    let closing = lines.indices.contains(last - 1) ? lines[last - 1].drop { $0 == " " } : ""
    isClosed =
      last > range.lowerBound && closing.prefix(marker.count) == marker
      && closing.allSatisfy { $0 == marker.first || $0.isWhitespace }
    let end = min(isClosed ? last - 1 : last, lines.count)
    body = lines[min(range.lowerBound, end)..<end].map { line in
      String(line.dropFirst(min(indent, line.prefix { $0 == " " }.count)))
    }
  }

  private static func words(of line: [Character], from start: Int, line number: Int) -> [Word] {
    var words: [Word] = []
    var index = start
    while index < line.count {
      guard !line[index].isWhitespace else {
        index += 1
        continue
      }
      let end = line[index...].firstIndex(where: \.isWhitespace) ?? line.count
      words.append(
        Word(
          text: String(line[index..<end]),
          range: SourceRange(line: number, column: index + 1, length: end - index)))
      index = end
    }
    return words
  }
}

/// A line of a check: `sentence: expression`, split at its last colon.
///
/// Read without YAML, so that a sentence may hold colons, quotes and braces as prose does.
struct ClaimLine {
  private let characters: [Character]
  private let number: Int
  private let indent: Int

  init(_ line: String, number: Int, indent: Int) {
    characters = Array(line)
    self.number = number
    self.indent = indent
  }

  /// The claim; `nil` for a blank line, a comment, and a line that is none, which is reported.
  func option(_ prose: inout ProseReader) -> StepOption? {
    guard let start = characters.firstIndex(where: { !$0.isWhitespace }),
      characters[start] != "#"
    else { return nil }
    let end = (characters.lastIndex { !$0.isWhitespace } ?? start) + 1
    guard let colon = (start..<end - 1).last(where: isColon) else {
      prose.report(
        Diagnostic(
          "this is no claim", at: range(start..<end),
          help: "write 'sentence: expression', such as 'Most are right: dev.accuracy > 0.5'"))
      return nil
    }
    let expression = (colon + 1..<end).first { !characters[$0].isWhitespace } ?? end
    let sentence = unquoted(start..<colon)
    return StepOption(
      key: String(characters[sentence]), keyRange: range(sentence),
      value: .scalar(
        String(characters[expression..<end]), isQuoted: false, range(expression..<end)))
  }

  /// A colon that a blank follows.
  private func isColon(_ index: Int) -> Bool {
    characters[index] == ":" && characters[index + 1].isWhitespace
  }

  /// The sentence without quotes around it and blanks at its end.
  private func unquoted(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let last = range.last, characters[last].isWhitespace { range = range.dropLast() }
    let isQuoted =
      range.count > 1 && characters[range.lowerBound] == "\""
      && characters[range.upperBound - 1] == "\""
    return isQuoted ? range.dropFirst().dropLast() : range
  }

  private func range(_ columns: Range<Int>) -> SourceRange {
    SourceRange(line: number, column: indent + columns.lowerBound + 1, length: columns.count)
  }
}
