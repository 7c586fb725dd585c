extension TextMistakes {
  /// What figures and tables are called, in full and in short.
  private static let numbered = NumberedKind.titles.merging([
    "Fig": .figure, "Abb": .figure, "Tab": .table,
  ]) { title, _ in title }
  private static let longestNoun = 9

  /// A word, and the number behind it where it is a figure's or a table's.
  ///
  /// "Figure 3 of …" speaks of another text, and "the figure 3" may be any number.
  mutating func readWord() {
    let start = offset
    while byte(offset)?.isASCIILetterOrDigit ?? false { offset += 1 }
    guard offset - start <= Self.longestNoun,
      let kind = Self.numbered[String(decoding: text.bytes[start..<offset], as: UTF8.self)]
    else { return }
    var place = offset
    if byte(place) == UInt8(ascii: ".") { place += 1 }
    guard let blank = byte(place), Self.isBlank(blank) else { return }
    place += 1
    let first = place
    while let digit = byte(place), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) {
      place += 1
    }
    guard (1...3).contains(place - first), !(byte(place)?.isASCIILetterOrDigit ?? false),
      !isElsewhere(place)
    else { return }
    note(
      "a \(kind.rawValue) by its number, which another one may come to have", start..<place,
      help: "write `{NAME.\(kind.rawValue)}`, with the name of its step", severity: .warning)
  }

  /// Whether what stands behind a number says that it is another text's.
  private func isElsewhere(_ place: Int) -> Bool {
    let rest = text.bytes[place...].prefix(4)
    // A decimal or a group of digits.
    if let digit = rest.dropFirst().first, digit.isASCIILetterOrDigit, digit <= UInt8(ascii: "9"),
      rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ",")
    {
      return true
    }
    return [" of ", " in ", "](", " des", " der", " du "].contains { rest.starts(with: $0.utf8) }
  }
}
