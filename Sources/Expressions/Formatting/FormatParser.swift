/// Reads a format specification from left to right, each part in its place.
struct FormatParser {
  private let characters: [Character]
  private var position = 0

  init(_ text: String) {
    characters = Array(text)
  }

  mutating func specification() throws(FormatError) -> FormatSpecification {
    var format = FormatSpecification()
    let hasFill = try readAlignment(into: &format)
    if let sign = peek().flatMap(FormatSpecification.Sign.init) {
      format.sign = sign
      position += 1
    }
    format.coercesNegativeZero = take("z")
    format.isAlternate = take("#")
    if !hasFill, take("0") {
      format.fill = "0"
      format.padsWithZeros = format.alignment == nil
    }
    format.width = try number() ?? 0
    try readGrouping(into: &format)
    if take(".") {
      let start = position - 1
      guard let precision = try number() else {
        throw FormatError(.missingPrecision, at: start..<position)
      }
      format.precision = precision
    }
    try readPresentation(into: &format)
    return format
  }

  private func peek(_ distance: Int = 0) -> Character? {
    let index = position + distance
    return index < characters.count ? characters[index] : nil
  }

  private mutating func take(_ character: Character) -> Bool {
    guard peek() == character else { return false }
    position += 1
    return true
  }

  /// Reads `[[fill]align]` and tells whether a fill was given.
  private mutating func readAlignment(
    into format: inout FormatSpecification
  ) throws(FormatError) -> Bool {
    if let fill = peek(), let alignment = peek(1).flatMap(FormatSpecification.Alignment.init) {
      guard fill.utf8.count <= FormatSpecification.largestFill else {
        throw FormatError(.longFill(limit: FormatSpecification.largestFill), at: 0..<1)
      }
      format.fill = fill
      format.alignment = alignment
      position += 2
      return true
    }
    if let alignment = peek().flatMap(FormatSpecification.Alignment.init) {
      format.alignment = alignment
      position += 1
    }
    return false
  }

  private mutating func number() throws(FormatError) -> Int? {
    let start = position
    var number = 0
    while let digit = peek(), digit.isASCIIDigit, let value = digit.wholeNumberValue {
      number = min(number * 10 + value, FormatSpecification.maximumSize + 1)
      position += 1
    }
    guard number <= FormatSpecification.maximumSize else {
      throw FormatError(
        .tooLarge(limit: FormatSpecification.maximumSize), at: start..<position)
    }
    return position > start ? number : nil
  }

  private mutating func readGrouping(
    into format: inout FormatSpecification
  ) throws(FormatError) {
    guard let grouping = peek(), grouping == "," || grouping == "_" else { return }
    format.grouping = grouping
    position += 1
    if let second = peek(), second == "," || second == "_" {
      throw FormatError(.twoGroupings, at: position..<position + 1)
    }
  }

  private mutating func readPresentation(
    into format: inout FormatSpecification
  ) throws(FormatError) {
    guard let letter = peek() else { return }
    guard position == characters.count - 1 else {
      throw FormatError(
        .malformed(String(characters[position...])), at: position..<characters.count)
    }
    guard let presentation = FormatSpecification.Presentation(rawValue: letter) else {
      throw FormatError(.unknownType(letter), at: position..<position + 1)
    }
    format.presentation = presentation
  }
}
