extension SourceFile {
  /// The text of a line, without its indentation and the spaces at its end.
  func range(ofLine number: Int) -> SourceRange {
    guard lines.indices.contains(number - 1) else {
      return SourceRange(line: max(1, number), column: 1, length: 1)
    }
    let line = lines[number - 1]
    let indentation = line.prefix { $0 == " " || $0 == "\t" }.count
    let trailing = line.reversed().prefix { $0 == " " || $0 == "\t" }.count
    let length = max(1, line.count - indentation - trailing)
    return SourceRange(line: number, column: indentation + 1, length: length)
  }
}

extension SourceFile {
  /// The first place of a word on a line; the whole line where it is not written as such.
  func range(of word: some StringProtocol, onLine number: Int) -> SourceRange {
    guard lines.indices.contains(number - 1) else { return range(ofLine: number) }
    let wanted = Array(word)
    guard let start = Array(lines[number - 1]).firstIndex(ofStretch: wanted) else {
      return range(ofLine: number)
    }
    return SourceRange(line: number, column: start + 1, length: wanted.count)
  }
}
