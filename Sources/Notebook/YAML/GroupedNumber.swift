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

extension String {
  /// The text without the underscores between its digits: `step 0.1 by 0.5 every 1_000` as
  /// `step 0.1 by 0.5 every 1000`.
  package var ungrouped: String {
    let bytes = Array(utf8)
    func isDigit(_ place: Int) -> Bool {
      bytes.indices.contains(place)
        && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place])
    }
    let kept = bytes.indices.filter { place in
      bytes[place] != UInt8(ascii: "_") || !isDigit(place - 1) || !isDigit(place + 1)
    }
    return String(decoding: kept.map { bytes[$0] }, as: UTF8.self)
  }
}

/// A text without the underscores between its digits; `nil` where one stands elsewhere.
private func withoutGroups(_ text: String) -> String? {
  let plain = text.ungrouped
  return plain.utf8.contains(UInt8(ascii: "_")) ? nil : plain
}
