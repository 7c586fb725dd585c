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
    for (index, line) in layout.lines.enumerated()
    where line.utf8.contains(UInt8(ascii: "]")) && layout.fence(at: index + 1) == nil {
      addReferences(in: Array(line)[...], index + 1)
    }
  }

  /// Adds those of an option's text, which may go over several lines.
  mutating func addText(in range: SourceRange) {
    for number in range.start.line...max(range.start.line, range.end.line) {
      let line = characters(ofLine: number)
      let start = number == range.start.line ? range.start.column - 1 : 0
      let end = number == range.end.line ? min(line.count, range.end.column - 1) : line.count
      if start < end { addReferences(in: line[start..<end], number) }
    }
  }

  /// Adds the addresses and footnotes of a line of prose.
  private mutating func addReferences(in characters: ArraySlice<Character>, _ number: Int) {
    guard characters.contains("]") else { return }
    var line = ReferenceLine(characters)
    var place = characters.startIndex
    while place + 1 < characters.endIndex {
      switch (characters[place], characters[place + 1]) {
      case ("\\", _): place += 1
      case ("`", _):
        place = line.end(ofCodeAt: place)
        continue
      case ("[", "^"):
        if let label = line.label(at: place + 2) { addFootnote(label, in: characters, number) }
      case ("]", "("):
        if let address = line.address(at: place + 2, isWhole: false) {
          addAddress(address, in: characters, number)
        }
      case ("]", ":") where line.isDefinition(endingAt: place):
        if let address = line.address(at: place + 2, isWhole: true) {
          addAddress(address, in: characters, number)
        }
      default: break
      }
      place += 1
    }
  }

  private mutating func addFootnote(
    _ label: Range<Int>, in line: ArraySlice<Character>, _ number: Int
  ) {
    let end = label.upperBound
    let isDefinition = label.lowerBound == 2 && end + 1 < line.endIndex && line[end + 1] == ":"
    add(
      Mentions.Mention(
        subject: .footnote(String(line[label])),
        range: SourceRange(line: number, column: label.lowerBound + 1, length: label.count),
        isDefinition: isDefinition))
  }

  /// Adds an address, which may stand in angle brackets, with a title behind it.
  private mutating func addAddress(
    _ place: Range<Int>, in line: ArraySlice<Character>, _ number: Int
  ) {
    let address = String(line[place])
    let range = SourceRange(line: number, column: place.lowerBound + 1, length: place.count)
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
