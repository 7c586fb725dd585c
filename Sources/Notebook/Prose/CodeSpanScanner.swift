/// Finds the code spans of a parsed text again in its source, one after the other.
///
/// The parser's own columns are off in tables, footnotes and after line breaks, so the spans are
/// read a second time as CommonMark 0.29 section 6.3 says, and told apart by their contents.
struct CodeSpanScanner {
  private let text: MappedText
  /// In a table cell `\|` stands for a bar, also within code.
  private let isTable: Bool
  private var cursor = 0
  /// The last span that was found, with its backticks.
  private(set) var span: Range<Int>?
  /// How often something was not found; each time costs a look at the rest of the text.
  private var misses = 0
  private static let mostMisses = 64
  /// Where runs of backticks begin, by length.
  private let runs: [Int: [Int]]

  init(_ text: MappedText, isTable: Bool) {
    self.text = text
    self.isTable = isTable
    var runs: [Int: [Int]] = [:]
    var offset = 0
    while offset < text.bytes.count {
      let length = Self.runLength(text.bytes, at: offset)
      if length > 0 { runs[length, default: []].append(offset) }
      offset += max(1, length)
    }
    self.runs = runs
  }

  /// The offset in the text of each byte of the next code span with these contents.
  mutating func next(_ literal: String) -> [Int]? {
    span = nil
    guard misses < Self.mostMisses else { return nil }
    let wanted = Array(literal.utf8)
    var offset = cursor
    while offset < text.bytes.count {
      if text.bytes[offset] == UInt8(ascii: "\\") {
        offset += 2
        continue
      }
      let length = Self.runLength(text.bytes, at: offset)
      if length > 0, let close = closing(length, after: offset + length),
        let found = match(offset + length..<close, wanted)
      {
        cursor = close + length
        span = offset..<cursor
        return found
      }
      offset += max(1, length)
    }
    misses += 1
    return nil
  }

  /// Moves past raw HTML, whose backticks make no code; gives the offsets of its bytes.
  @discardableResult
  mutating func skip(_ html: String) -> Range<Int>? {
    let wanted = Array(html.utf8)
    guard misses < Self.mostMisses, let first = wanted.first else { return nil }
    var offset = cursor
    while offset + wanted.count <= text.bytes.count {
      if text.bytes[offset] == first,
        text.bytes[offset..<offset + wanted.count].elementsEqual(wanted)
      {
        cursor = offset + wanted.count
        return offset..<cursor
      }
      offset += 1
    }
    misses += 1
    return nil
  }

  private static func runLength(_ bytes: [UInt8], at offset: Int) -> Int {
    var end = offset
    while end < bytes.count, bytes[end] == UInt8(ascii: "`") { end += 1 }
    return end - offset
  }

  private func closing(_ length: Int, after offset: Int) -> Int? {
    guard let starts = runs[length] else { return nil }
    let index = starts.partitioningIndex { $0 >= offset }
    return index < starts.count ? starts[index] : nil
  }

  /// The offsets of a span's contents where they read as wanted.
  private func match(_ range: Range<Int>, _ wanted: [UInt8]) -> [Int]? {
    // Every byte may have a backslash before it in a table.
    let slack = (isTable ? 2 : 1) * wanted.count + 2
    guard range.count >= wanted.count, range.count <= slack else { return nil }
    var offsets = ArraySlice(range.filter { !isEscape($0, in: range) })
    let byte: (Int) -> UInt8 = { offset in
      let byte = text.bytes[offset]
      return byte == UInt8(ascii: "\n") ? UInt8(ascii: " ") : byte
    }
    // One space on each side is padding, unless there is nothing else.
    if offsets.count == wanted.count + 2 { offsets = offsets.dropFirst().dropLast() }
    guard offsets.count == wanted.count, zip(offsets, wanted).allSatisfy({ byte($0) == $1 })
    else { return nil }
    return Array(offsets)
  }

  private func isEscape(_ offset: Int, in range: Range<Int>) -> Bool {
    isTable && text.bytes[offset] == UInt8(ascii: "\\") && range.contains(offset + 1)
      && text.bytes[offset + 1] == UInt8(ascii: "|")
  }
}
