import Notebook
import Plan

extension MentionReader {
  /// Adds the headings, addresses and footnotes of the text around steps.
  ///
  /// - Parameter anchors: those of the headings, in their order.
  mutating func addText(_ anchors: [String]) {
    let layout = notebook.layout
    for (heading, anchor) in zip(layout.headings, anchors) {
      add(Mentions.Mention(subject: .heading(anchor), range: heading.range, isDefinition: true))
    }
    for (index, line) in layout.lines.enumerated() where layout.fence(at: index + 1) == nil {
      addReferences(in: line, index + 1)
    }
  }

  /// Adds those of an option's text, which may go over several lines.
  mutating func addText(in range: SourceRange) {
    let lines = notebook.layout.lines
    for number in range.start.line...max(range.start.line, range.end.line)
    where lines.indices.contains(number - 1) {
      let start = number == range.start.line ? range.start.column - 1 : 0
      let end = number == range.end.line ? range.end.column - 1 : lines[number - 1].count
      addReferences(in: String(lines[number - 1].prefix(end)), from: start, number)
    }
  }

  /// Adds the addresses and footnotes of a line of prose.
  private mutating func addReferences(in text: String, from start: Int = 0, _ number: Int) {
    guard text.utf8.contains(UInt8(ascii: "]")) else { return }
    let line = Array(text)
    var place = start
    while place + 1 < line.count {
      switch (line[place], line[place + 1]) {
      case ("\\", _): place += 1
      case ("`", _):
        place = end(ofCodeAt: place, line)
        continue
      case ("[", "^"): addFootnote(line, at: place + 2, number)
      case ("]", "("): addAddress(line, at: place + 2, number)
      case ("]", ":") where isDefinition(line, endingAt: place):
        addAddress(line, at: place + 2, number, isWhole: true)
      default: break
      }
      place += 1
    }
  }

  /// Just past a code span that begins at a place; past its backticks where nothing closes them.
  private func end(ofCodeAt start: Int, _ line: [Character]) -> Int {
    let run: (Int) -> Int = { line[$0...].prefix { $0 == "`" }.count }
    let length = run(start)
    var place = start + length
    while place < line.count {
      let found = run(place)
      if found == length { return place + found }
      place += max(1, found)
    }
    return start + length
  }

  /// Whether `[label]` at the beginning of a line ends at a place; a footnote's begins otherwise.
  private func isDefinition(_ line: [Character], endingAt place: Int) -> Bool {
    guard let open = line.firstIndex(where: { $0 != " " && $0 != ">" }), line[open] == "[" else {
      return false
    }
    return open + 1 < place && line[open + 1] != "^" && !line[open..<place].contains("]")
  }

  private mutating func addFootnote(_ line: [Character], at start: Int, _ number: Int) {
    guard let end = line[start...].firstIndex(where: { "] ".contains($0) }), line[end] == "]",
      end > start
    else { return }
    let isDefinition = start == 2 && end + 1 < line.count && line[end + 1] == ":"
    add(
      Mentions.Mention(
        subject: .footnote(String(line[start..<end])),
        range: SourceRange(line: number, column: start + 1, length: end - start),
        isDefinition: isDefinition))
  }

  /// Adds an address, which may stand in angle brackets, with a title behind it.
  ///
  /// - Parameter isWhole: whether it may go on to the end of the line.
  private mutating func addAddress(
    _ line: [Character], at place: Int, _ number: Int, isWhole: Bool = false
  ) {
    guard var start = line[place...].firstIndex(where: { $0 != " " }) else { return }
    let isBracketed = line[start] == "<"
    if isBracketed { start += 1 }
    let close = line[start...].firstIndex { (isBracketed ? ">" : ") \"").contains($0) }
    guard let end = close ?? (isWhole ? line.count : nil), end > start,
      !line[start..<end].contains("`")
    else { return }
    let address = String(line[start..<end])
    let range = SourceRange(line: number, column: start + 1, length: end - start)
    if address.hasPrefix("#") {
      addPlace(address.dropFirst(), at: range.start.advanced(by: 1))
    } else if !address.contains("://"), !address.hasPrefix("mailto:") {
      add(Mentions.FilePath(path: address, range: range))
    }
  }

  /// Adds a place of the page: a heading, or what a step shows, as in `step:train`, `figure:curve`
  /// or `table:dev:2`.
  private mutating func addPlace(_ anchor: Substring, at start: SourcePosition) {
    // The anchor of a heading holds no colon.
    guard let colon = anchor.firstIndex(of: ":") else {
      let range = SourceRange(start, start.advanced(by: anchor.count))
      return add(Mentions.Mention(subject: .heading(String(anchor)), range: range))
    }
    let kind = String(anchor[..<colon])
    let name = anchor[colon...].dropFirst().prefix { $0 != ":" }
    guard kind == "step" || NumberedKind(rawValue: kind) != nil, names.contains(String(name))
    else { return }
    let begin = start.advanced(by: kind.count + 1)
    add(step: String(name), at: SourceRange(begin, begin.advanced(by: name.count)))
  }
}
