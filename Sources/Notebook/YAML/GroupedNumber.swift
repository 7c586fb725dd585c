extension Int {
  /// Reads a whole number as notebooks write it, with a sign or none; underscores may stand between
  /// digits, as in Python: `42_000`.
  package init?(grouped text: String) {
    guard let plain = withoutGroups(text), let number = Int(plain) else { return nil }
    self = number
  }
}

extension Double {
  /// Reads a finite number as notebooks write it: with a fraction, an exponent or none of them;
  /// underscores may stand between digits.
  package init?(grouped text: String) {
    guard let plain = withoutGroups(text),
      plain.utf8.allSatisfy({ "0123456789.eE+-".utf8.contains($0) }),
      let number = Double(plain), number.isFinite
    else { return nil }
    self = number
  }
}

/// A text without the underscores between its digits; `nil` where one stands elsewhere.
private func withoutGroups(_ text: String) -> String? {
  let bytes = Array(text.utf8)
  func isDigit(_ place: Int) -> Bool {
    bytes.indices.contains(place) && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place])
  }
  for place in bytes.indices where bytes[place] == UInt8(ascii: "_") {
    guard isDigit(place - 1), isDigit(place + 1) else { return nil }
  }
  return String(text.filter { $0 != "_" })
}
