extension InlineReader {
  /// Whether the text around a code span ends and begins with a dollar.
  static func isBetweenDollars(_ index: Int, _ siblings: [MarkdownNode]) -> Bool {
    guard index > 0, index + 1 < siblings.count else { return false }
    let (before, behind) = (siblings[index - 1], siblings[index + 1])
    return before.kind == .text && behind.kind == .text && before.literal.last == "$"
      && behind.literal.first == "$"
  }

  /// Whether the dollars around the span found last stand right at it, and mean themselves.
  var isWrittenBetweenDollars: Bool {
    guard let span = scanner.span else { return true }
    let dollar = UInt8(ascii: "$")
    let backslashes = text.bytes[..<max(0, span.lowerBound - 1)].reversed()
      .prefix { $0 == UInt8(ascii: "\\") }
    return span.lowerBound > 0 && text.bytes[span.lowerBound - 1] == dollar
      && backslashes.count.isMultiple(of: 2) && span.upperBound < text.bytes.count
      && text.bytes[span.upperBound] == dollar
  }

  /// A formula between dollars and backticks, as GitHub and GitLab write it.
  mutating func formula(_ literal: String, _ offsets: [Int]?) -> Inline {
    let (formula, found) = FormulaReader.read(literal, isDisplayed: false) { bytes in
      range(offsets, bytes)
    }
    problems += found
    return formula.map(Inline.formula) ?? .code(literal)
  }

  mutating func refer(to reference: NumberedReference, format: SourceRange?) -> Inline {
    references.append(reference)
    if let format {
      problems.append(
        Diagnostic(
          "a reference with a format", at: format, help: "delete it and the ':' before it"))
    }
    return .reference(reference)
  }
}
