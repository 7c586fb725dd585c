/// Finds where code spans stand in the lines of a block; they must be asked for in their order.
///
/// cmark tells the line of a block reliably and the columns of its contents not always, so the
/// span's own text is looked for.
struct InlineScanner {
  private let lines: [(number: Int, columns: Int, characters: [Character])]
  private var row = 0
  private var column = 0

  /// Looks through lines of text, each with its number in the notebook and the columns before it.
  init(_ lines: [(number: Int, columns: Int, text: String)]) {
    self.lines = lines.map { ($0.number, $0.columns, Array($0.text)) }
  }

  /// The place of the contents of the next code span that reads `contents`.
  mutating func place(of contents: String) -> SourceRange? {
    let wanted = Array(contents)
    while lines.indices.contains(row) {
      let line = lines[row]
      if let found = Self.find(wanted, in: line.characters, from: column) {
        column = found.upperBound
        return SourceRange(
          line: line.number, column: line.columns + found.lowerBound + 1,
          length: found.count)
      }
      // A span that runs over the end of a line is not found; it must not hide those after it.
      guard hasMatch(after: row, wanted) else { break }
      row += 1
      column = 0
    }
    return lines.indices.contains(row)
      ? SourceRange(line: lines[row].number, column: lines[row].columns + 1, length: 1) : nil
  }

  private func hasMatch(after row: Int, _ wanted: [Character]) -> Bool {
    lines[(row + 1)...].contains { Self.find(wanted, in: $0.characters, from: 0) != nil }
  }

  private static func find(_ wanted: [Character], in line: [Character], from start: Int)
    -> Range<Int>?
  {
    guard !wanted.isEmpty, line.count >= wanted.count + 2 else { return nil }
    var index = max(1, start)
    while index + wanted.count < line.count {
      if line[index] == wanted[0], isSpan(line, index, wanted) {
        return index..<index + wanted.count
      }
      index += 1
    }
    return nil
  }

  /// Whether `wanted` stands at `index` between backticks, blanks aside.
  private static func isSpan(_ line: [Character], _ index: Int, _ wanted: [Character]) -> Bool {
    let end = index + wanted.count
    guard Array(line[index..<end]) == wanted else { return false }
    let before = line[..<index].last { $0 != " " }
    let after = line[end...].first { $0 != " " }
    return before == "`" && after == "`"
  }
}

/// The parts of a code span that is wholly `{expression}` or `{expression:format}`.
struct InlineValueText {
  let expression: Range<Int>
  /// The format in characters of the span's contents; `nil` without a colon.
  let format: Range<Int>?

  /// Finds the parts; `nil` for an ordinary code span.
  init?(_ contents: [Character]) {
    guard contents.count >= 2, contents.first == "{", contents.last == "}" else { return nil }
    let inner = 1..<contents.count - 1
    var quote: Character?
    var colon: Int?
    for index in inner {
      let character = contents[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if colon == nil, character == "\"" || character == "'" {
        quote = character
      } else if character == ":", colon == nil {
        colon = index
      } else if colon == nil, character == "{" || character == "}" {
        return nil
      }
    }
    let end = colon ?? inner.upperBound
    let blanks = contents[inner.lowerBound..<end].prefix { $0 == " " }.count
    let trailing = contents[inner.lowerBound + blanks..<end].reversed().prefix { $0 == " " }.count
    expression = inner.lowerBound + blanks..<max(inner.lowerBound + blanks, end - trailing)
    format = colon.map { $0 + 1..<inner.upperBound }
  }
}
