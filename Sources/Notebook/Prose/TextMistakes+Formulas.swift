extension TextMistakes {
  static let formulaHelp =
    "write a formula between $` and `$, or on lines of its own in a fence: ```math"

  mutating func noteFormula(_ mark: String, _ range: Range<Int>) {
    note("a formula between \(mark)", range, help: Self.formulaHelp)
    offset = range.upperBound
  }

  static let bracketPairs: [UInt8: (close: UInt8, mark: String)] = [
    UInt8(ascii: "("): (UInt8(ascii: ")"), "\\( and \\)"),
    UInt8(ascii: "["): (UInt8(ascii: "]"), "\\[ and \\]"),
  ]

  /// `\\(` and `\\[`, which Markdown takes for brackets that mean nothing.
  mutating func readEscape() {
    let start = offset
    offset += 2
    guard let open = byte(start + 1), let pair = Self.bracketPairs[open],
      let end = (start + 2..<limit(start)).first(where: {
        byte($0) == UInt8(ascii: "\\") && byte($0 + 1) == pair.close
      })
    else { return }
    let inner = text.bytes[start + 2..<end]
    guard open == UInt8(ascii: "(") || Self.looksLikeFormula(inner) else { return }
    noteFormula(pair.mark, start..<end + 2)
  }

  mutating func readDollar() {
    let start = offset
    let dollar = UInt8(ascii: "$")
    offset += 1
    if byte(start + 1) == dollar {
      let end = (start + 2..<limit(start)).first { byte($0) == dollar && byte($0 + 1) == dollar }
      if let end { noteFormula("$$", start..<end + 2) } else { offset += 1 }
      return
    }
    if skipFormula(start) { return }
    let isWithinWord = start > 0 && text.bytes[start - 1].isASCIILetterOrDigit
    guard let first = byte(start + 1), !Self.isBlank(first), !isWithinWord else { return }
    let end = (start + 2..<limit(start)).first { byte($0) == dollar && byte($0 - 1) != 0x5C }
    guard let end, let last = byte(end - 1), !Self.isBlank(last),
      !(byte(end + 1)?.isASCIILetterOrDigit ?? false)
    else { return }
    let inner = text.bytes[start + 1..<end]
    guard Self.looksLikeFormula(inner) else { return }
    noteFormula("$", start..<end + 1)
  }

  /// Passes over a formula as it should be: code between dollars.
  mutating func skipFormula(_ start: Int) -> Bool {
    guard byte(offset) == UInt8(ascii: "`") else { return false }
    skipCode()
    guard byte(offset) == UInt8(ascii: "$") else { return true }
    offset += 1
    return true
  }

  /// Whether a text has what formulas have and prices have not.
  static func looksLikeFormula(_ inner: ArraySlice<UInt8>) -> Bool {
    if inner.contains(UInt8(ascii: "`")) { return false }
    if inner.count == 1, let only = inner.first {
      return only.isASCIILetterOrDigit && only > UInt8(ascii: "9")
    }
    return inner.contains { "\\^_={}+<>".utf8.contains($0) }
  }
}
