extension InlineReader {
  mutating func codeSpan(
    _ literal: String, _ offsets: [Int]?, values: inout [InlineValue], isAddress: Bool = false
  ) -> Inline {
    switch InlineValueSyntax(literal) {
    case .code(let code):
      if let name = InlineValueSyntax.nameInNearMiss(literal) {
        nearMisses.append((name, nearMiss(at: range(offsets, 0..<literal.utf8.count))))
      }
      return .code(code)
    case .mistake(let message, let help):
      let all = range(offsets, 0..<literal.utf8.count)
      problems.append(Diagnostic(message, at: all, help: help))
      return .code(literal)
    case .value(let expression, let format):
      let bytes = Array(literal.utf8)
      let string: (Range<Int>) -> String = { String(decoding: bytes[$0], as: UTF8.self) }
      let start = expression.lowerBound
      if !isAddress,
        let reference = NumberedReference(
          string(expression),
          at: { range(offsets, start + $0.lowerBound..<start + $0.upperBound) })
      {
        return refer(to: reference, format: format.map { range(offsets, $0) })
      }
      values.append(
        InlineValue(
          expression: string(expression), expressionRange: range(offsets, expression),
          format: format.map(string), formatRange: format.map { range(offsets, $0) },
          places: places(of: string(expression), offsets, expression)))
      return .value(values.count - 1)
    }
  }

  /// Where each character of an expression stands; `nil` where that follows from its beginning.
  func places(
    of expression: String, _ offsets: [Int]?, _ bytes: Range<Int>
  ) -> TextPlaces? {
    let whole = range(offsets, bytes)
    if offsets == nil { return TextPlaces(somewhereIn: place) }
    guard let offsets, bytes.upperBound <= offsets.count,
      whole.start.line != whole.end.line
        || whole.end.column - whole.start.column != expression.count
    else { return nil }
    var byte = bytes.lowerBound
    let positions = expression.map { character in
      defer { byte += character.utf8.count }
      return text.position(of: offsets[min(byte, offsets.count - 1)])
    }
    return TextPlaces(positions, end: whole.end)
  }

  func nearMiss(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "a value of the run within code", at: range,
      help: "write it as a code span of its own, `{step.member}`, and the text around it outside")
  }
}
