extension FrontMatterReader {
  mutating func readSeed(_ text: String, isQuoted: Bool, _ range: SourceRange) {
    let number = Int(grouped: text).flatMap { UInt32(exactly: $0) }
    guard !isQuoted, let value = number else {
      problems.append(
        Diagnostic(
          "'\(text)' is not a seed", at: range,
          help: number == nil
            ? "write a whole number from 0 to \(UInt32.max)"
            : "write it without quotes: \(text)"))
      return
    }
    seed = value
    seedRange = range
  }

  /// A date of the calendar in the form of ISO 8601; nothing else is the same day to all readers.
  mutating func readDate(_ text: String, _ range: SourceRange) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.utf8.allSatisfy(Self.isDigit) ? Int($0) : nil }
    guard parts.map(\.count) == [4, 2, 2], numbers.count == 3, (1...12).contains(numbers[1]),
      (1...Self.days(inMonth: numbers[1], of: numbers[0])).contains(numbers[2])
    else {
      problems.append(
        Diagnostic("'\(text)' is not a date", at: range, help: "write one such as 2026-03-14"))
      return
    }
    date = text
  }

  /// Of the digits of ASCII: a sign is none.
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  static func days(inMonth month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  mutating func readNumbersSections(_ text: String, _ range: SourceRange) {
    switch text {
    case "true": numbersSections = true
    case "false": numbersSections = false
    default:
      problems.append(
        Diagnostic("section-numbers is not 'true' or 'false'", at: range, help: "write true"))
    }
  }

  mutating func readLanguage(_ text: String, _ range: SourceRange) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isTag = parts.allSatisfy { part in
      (1...8).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
    // Of two letters or three, as BCP 47 takes them from ISO 639.
    guard isTag, let primary = parts.first, (2...3).contains(primary.count),
      primary.allSatisfy(\.isLetter)
    else {
      let named = Self.languageNames[text.lowercased()]
      problems.append(
        Diagnostic(
          "'\(text)' is not a language tag", at: range,
          help: "write \(named ?? "one such as en or pt-BR")"))
      return
    }
    language = text
  }

  /// The tags of the languages that pages are written in, by their names in lower case.
  static let languageNames = [
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr",
    "francais": "fr", "spanish": "es", "español": "es", "espanol": "es",
  ]
}
