import Spelling

/// Counts what reference links come to once each has its address and title.
///
/// The parser copies the definition `[label]: address "title"` to every link of that label, so that
/// text of a size n may come to n squared over four: 150 kB to gigabytes.
struct ReferenceExpansion {
  private(set) var problems: [Diagnostic] = []

  /// Bytes that all links may come to, or as many times the text.
  private static let mostBytes = 1 << 20
  private static let mostTimes = 4
  /// Bytes of a label (CommonMark 0.29 section 4.7).
  private static let longestLabel = 999

  init(_ source: SourceFile) {
    let text = Array(source.text.utf8)
    var definitions: [String: (size: Int, offset: Int)] = [:]
    var uses: [String: Int] = [:]
    // What looks like titles within titles is looked at again and again.
    var looked = 0
    let most = max(Self.mostBytes, Self.mostTimes * text.count)
    for bracket in Brackets(text, longest: Self.longestLabel) {
      let label = Self.folded(text[bracket.dropFirst().dropLast()])
      uses[label, default: 0] += 1
      let end = bracket.upperBound
      guard end < text.count, text[end] == UInt8(ascii: ":") else { continue }
      guard looked <= most else { continue }
      let definition = Definition(text, from: end + 1)
      let size = definition.size
      looked += definition.end - end
      // Of several the first counts, but which that is depends on what the parser skips.
      if definitions[label].map({ $0.size < size }) ?? true {
        definitions[label] = (size, bracket.lowerBound)
      }
    }
    let costs = definitions.map { (label: $0, offset: $1.offset, bytes: $1.size * (uses[$0] ?? 0)) }
    let total = costs.reduce(0) { $0 + $1.bytes }
    guard max(total, looked) > most,
      let worst = costs.max(by: { ($0.bytes, $1.offset) < ($1.bytes, $0.offset) })
    else { return }
    let line = source.line(ofByte: worst.offset, in: text)
    problems.append(
      Diagnostic(
        "references that come to more than \(most) bytes in all their links",
        at: source.range(ofLine: line), help: "shorten its address or its title"))
  }

  /// A label as labels are compared: without regard to case and the width of blanks.
  private static func folded(_ label: ArraySlice<UInt8>) -> String {
    String(decoding: label, as: UTF8.self).lowercased().split(whereSeparator: \.isSpace)
      .joined(separator: " ")
  }
}

extension SourceFile {
  /// The number of the line with a byte of the text.
  fileprivate func line(ofByte offset: Int, in text: [UInt8]) -> Int {
    var number = 1
    var place = 0
    for byte in text[..<min(offset, text.count)] {
      let isReturn = byte == UInt8(ascii: "\r")
      let isPair = isReturn && place + 1 < text.count && text[place + 1] == UInt8(ascii: "\n")
      if byte == UInt8(ascii: "\n") || isReturn && !isPair { number += 1 }
      place += 1
    }
    return number
  }
}

/// The innermost pairs of brackets of a text, each with both of them.
private struct Brackets: Sequence, IteratorProtocol {
  private let text: [UInt8]
  private let longest: Int
  private var offset = 0
  private var open: Int?

  init(_ text: [UInt8], longest: Int) {
    self.text = text
    self.longest = longest
  }

  mutating func next() -> Range<Int>? {
    while offset < text.count {
      defer { offset += 1 }
      switch text[offset] {
      case UInt8(ascii: "\\"): offset += 1
      case UInt8(ascii: "["): open = offset
      case UInt8(ascii: "]"):
        guard let start = open else { continue }
        open = nil
        if offset - start - 1 <= longest { return start..<offset + 1 }
      default: break
      }
    }
    return nil
  }
}

/// The address and title of a reference, as far as it takes to know their size.
private struct Definition {
  private let text: [UInt8]
  private var offset: Int
  private(set) var size = 0
  /// Where the looking ended.
  private(set) var end: Int

  init(_ text: [UInt8], from start: Int) {
    self.text = text
    offset = start
    end = start
    skipBlanks()
    let address = offset
    while offset < text.count, !Self.isBlank(text[offset]) { offset += 1 }
    size = offset - address
    skipBlanks()
    end = offset
    guard offset < text.count, let close = Self.closing[text[offset]] else { return }
    size += titleSize(close)
  }

  /// The bytes up to the mark that ends the title; none without one, or with a blank line before.
  private mutating func titleSize(_ close: UInt8) -> Int {
    end = offset + 1
    var isLineBlank = false
    while end < text.count, text[end] != close {
      if text[end] == UInt8(ascii: "\n") {
        if isLineBlank { return 0 }
        isLineBlank = true
      } else if !Self.isBlank(text[end]) {
        isLineBlank = false
      }
      end += text[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return end < text.count ? end - offset : 0
  }

  private mutating func skipBlanks() {
    while offset < text.count, Self.isBlank(text[offset]) { offset += 1 }
  }

  private static let closing: [UInt8: UInt8] = [
    UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "'"): UInt8(ascii: "'"),
    UInt8(ascii: "("): UInt8(ascii: ")"),
  ]

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (9...13).contains(byte)
  }
}
