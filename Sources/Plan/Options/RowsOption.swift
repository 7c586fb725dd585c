extension OptionType where Value == ClosedRange<Int> {
  /// Rows of a set by the first and the last, from 0.
  static var rows: Self {
    .phrase(
      "rows such as '0 to 999', counted from 0",
      canonical: { "\($0.lowerBound) to \($0.upperBound)" }
    ) { text in
      let words = text.split(separator: " ")
      guard words.count == 3, words[1] == "to", let first = Int(words[0]), let last = Int(words[2]),
        first >= 0, last >= first, last <= Int(Int32.max)
      else { return nil }
      return first...last
    }
  }
}
