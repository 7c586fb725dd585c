extension TextMistakes {
  /// A value or a reference as it stands between backticks, without them: a name and a member of it.
  ///
  /// Braces are text in Markdown, so it is no error; `\\{` says that it is meant so.
  mutating func readBrace() {
    let start = offset
    offset += 1
    let end = (start + 1..<limit(start)).first { place in
      byte(place).map { "}`\n".utf8.contains($0) } ?? true
    }
    guard let end, byte(end) == UInt8(ascii: "}"), namesMember(start + 1..<end) else { return }
    let value = String(decoding: text.bytes[start...end], as: UTF8.self)
    note(
      "a value without backticks stands in the page as it is written", start..<end + 1,
      help: "write `\(value)`, or \\\(value) where the braces are meant", severity: .warning)
  }

  /// Whether a text begins with a name, a point and a letter, as those of values do.
  private func namesMember(_ range: Range<Int>) -> Bool {
    let inner = text.bytes[range].drop { $0 == UInt8(ascii: " ") }
    let name = inner.prefix { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "-") || $0 == 0x5F }
    let rest = inner[name.endIndex...]
    guard let first = name.first, first > UInt8(ascii: "9"), rest.first == UInt8(ascii: "."),
      let member = rest.dropFirst().first
    else { return false }
    return member.isASCIILetterOrDigit && member > UInt8(ascii: "9")
  }
}
