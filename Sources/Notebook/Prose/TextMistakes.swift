/// Finds marks of other dialects of Markdown, which would stand in the page as they are written:
/// formulas, citations, and footnotes that are not there.
///
/// Finds figures and tables that are called by a number, and values without backticks, too. Works on
/// the text as written, since the parser has taken backslashes away; code and addresses are passed
/// over.
struct TextMistakes {
  private(set) var problems: [Diagnostic] = []
  let text: MappedText
  /// The labels of the footnotes that there are, in lower case.
  private let notes: Set<String>
  var offset = 0
  /// Where runs of backticks begin, by length.
  private var runs: [Int: [Int]] = [:]

  /// Characters that a formula or a citation may have.
  private static let longest = 300

  init(_ text: MappedText, notes: Set<String>) {
    self.text = text
    self.notes = notes
    findRuns()
    while offset < text.bytes.count { step() }
  }

  private mutating func findRuns() {
    var place = 0
    while place < text.bytes.count {
      let length = run(of: UInt8(ascii: "`"), at: place)
      if length > 0 { runs[length, default: []].append(place) }
      place += max(1, length)
    }
  }

  private mutating func step() {
    switch text.bytes[offset] {
    case UInt8(ascii: "\\"): readEscape()
    case UInt8(ascii: "`"): skipCode()
    case UInt8(ascii: "$"): readDollar()
    case UInt8(ascii: "["): readBracket()
    case UInt8(ascii: "]") where byte(offset + 1) == UInt8(ascii: "("): skipAddress()
    case UInt8(ascii: "<"): skipAngle()
    case UInt8(ascii: "{"): readBrace()
    case let byte where byte.isASCIILetterOrDigit: readWord()
    default: offset += 1
    }
  }

  // MARK: - Notes and citations

  private mutating func readBracket() {
    let start = offset
    offset += 1
    guard let second = byte(start + 1), second == UInt8(ascii: "^") || second == UInt8(ascii: "@"),
      let end = (start + 2..<limit(start)).first(where: { byte($0) == UInt8(ascii: "]") })
    else { return }
    let inner = text.bytes[start + 2..<end]
    guard let head = inner.first, !Self.isBlank(head), head < 0x80 || second == UInt8(ascii: "^")
    else { return }
    let label = String(decoding: inner, as: UTF8.self)
    if second == UInt8(ascii: "@") {
      guard head.isASCIILetterOrDigit else { return }
      note(
        "a citation, [@\(label)]", start..<end + 1,
        help: "cite by a footnote: [^\(label)] here, and [^\(label)]: … below")
    } else if !notes.contains(label.lowercased()), !inner.contains(where: Self.isBlank) {
      note(
        "there is no footnote [^\(label)]", start..<end + 1,
        help: "write [^\(label)]: and its text on a line of its own")
    }
  }

  // MARK: - What is passed over

  mutating func skipCode() {
    let length = run(of: UInt8(ascii: "`"), at: offset)
    let starts = runs[length] ?? []
    let next = starts.partitioningIndex { $0 >= offset + length }
    offset = (next < starts.count ? starts[next] : offset) + length
  }

  private mutating func skipAddress() {
    var depth = 0
    var place = offset + 1
    let start = place
    var isInCode = false
    offset += 1
    while let byte = byte(place) {
      if byte == UInt8(ascii: "`") { isInCode.toggle() }
      if Self.isBlank(byte) {
        guard isInCode, self.byte(start + 1) != UInt8(ascii: "<") else { break }
        note(
          "an address that ends within a value", start..<place,
          help: "write [words](<address>) for an address with blanks in a value")
        return
      }
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      place += 1
      if depth == 0 { break }
    }
    offset = max(offset, place)
  }

  /// An address or a tag between angle brackets.
  private mutating func skipAngle() {
    offset += 1
    guard let next = byte(offset), next.isASCIILetterOrDigit || next == UInt8(ascii: "/") else {
      return
    }
    let end = (offset..<limit(offset)).first { byte($0) == UInt8(ascii: ">") }
    if let end { offset = end + 1 }
  }

  // MARK: - Bytes

  mutating func note(
    _ fact: String, _ range: Range<Int>, help: String, severity: Diagnostic.Severity = .error
  ) {
    let place = text.range(of: ArraySlice(Array(range)), emptyAt: range.lowerBound)
    problems.append(Diagnostic(fact, at: place, help: help, severity: severity))
    offset = max(offset, range.upperBound)
  }

  func limit(_ start: Int) -> Int {
    max(start + 2, min(text.bytes.count, start + Self.longest))
  }

  func byte(_ place: Int) -> UInt8? {
    text.bytes.indices.contains(place) ? text.bytes[place] : nil
  }

  private func run(of mark: UInt8, at place: Int) -> Int {
    var end = place
    while byte(end) == mark { end += 1 }
    return end - place
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }
}
