/// Reads running text: the inlines of one block, and the values among them.
struct InlineReader {
  private(set) var problems: [Diagnostic] = []
  /// Code that would be an inline value but for its form, by what it names; a mistake where that is
  /// a step.
  private(set) var nearMisses: [(name: String, problem: Diagnostic)] = []
  private var scanner: CodeSpanScanner
  private let text: MappedText
  /// Where a span is said to be that cannot be found again.
  private let place: SourceRange

  /// Levels of emphasis and links within one another.
  private static let depthLimit = 100

  init(_ text: MappedText, isTable: Bool = false, place: SourceRange) {
    self.text = text
    self.place = place
    scanner = CodeSpanScanner(text, isTable: isTable)
  }

  /// The inlines below a node; new values are appended to `values`.
  mutating func inlines(
    of node: MarkdownNode, values: inout [InlineValue], depth: Int = 0
  ) -> [Inline] {
    guard depth < Self.depthLimit else {
      if problems.isEmpty {
        problems.append(
          Diagnostic("text nested more than \(Self.depthLimit) levels deep", at: place))
      }
      return []
    }
    var inlines: [Inline] = []
    // The parser cuts text at every character that might have meant something.
    var text = ""
    for child in node.children {
      guard let inline = inline(child, values: &values, depth: depth + 1) else { continue }
      if case .text(let more) = inline {
        text += more
        continue
      }
      if !text.isEmpty { inlines.append(.text(text)) }
      text = ""
      inlines.append(inline)
    }
    if !text.isEmpty { inlines.append(.text(text)) }
    return inlines
  }

  private mutating func inline(
    _ node: MarkdownNode, values: inout [InlineValue], depth: Int
  ) -> Inline? {
    switch node.kind {
    case .text: .text(node.literal)
    case .codeSpan: codeSpan(node.literal, values: &values)
    case .softBreak: .softBreak
    case .lineBreak: .lineBreak
    case .inlineHTML: html(node.literal)
    case .emphasis: .emphasis(inlines(of: node, values: &values, depth: depth))
    case .strong: .strong(inlines(of: node, values: &values, depth: depth))
    case .strikethrough: .strikethrough(inlines(of: node, values: &values, depth: depth))
    case .link:
      .link(
        destination: node.destination, title: node.title,
        inlines(of: node, values: &values, depth: depth))
    case .image:
      .image(
        path: node.destination, title: node.title,
        inlines(of: node, values: &values, depth: depth))
    case .footnoteReference: .footnoteReference(label: node.literal)
    default: nil
    }
  }

  private mutating func html(_ literal: String) -> Inline {
    scanner.skip(literal)
    return .html(literal)
  }

  private mutating func codeSpan(_ literal: String, values: inout [InlineValue]) -> Inline {
    // Every span is looked for, so that an equal one further on is not taken for it.
    let offsets = scanner.next(literal)
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
      values.append(
        InlineValue(
          expression: string(expression), expressionRange: range(offsets, expression),
          format: format.map(string), formatRange: format.map { range(offsets, $0) }))
      return .value(values.count - 1)
    }
  }

  private func nearMiss(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "a value of the run within code", at: range,
      help: "write it as a code span of its own, `{step.member}`, and the text around it outside")
  }

  private func range(_ offsets: [Int]?, _ range: Range<Int>) -> SourceRange {
    guard let offsets, offsets.indices.contains(range.lowerBound), range.upperBound <= offsets.count
    else { return place }
    return text.range(of: offsets[range], emptyAt: offsets[range.lowerBound])
  }
}

extension InlineReader {
  /// Reads one line of Markdown, such as a title; blocks mean nothing in it.
  static func inlines(
    of string: String, text: MappedText, place: SourceRange, values: inout [InlineValue]
  ) -> (inlines: [Inline], problems: [Diagnostic]) {
    var marks = ParagraphMarks(start: 0)
    marks.append(string.utf8)
    if let problem = marks.problem {
      return ([], [Diagnostic(problem.fact, at: place, help: problem.help)])
    }
    var reader = InlineReader(text, place: place)
    // A heading reads its line as running text, whatever it begins with; the closing mark
    // keeps those of the text itself.
    let line = "# " + String(string.map { $0.isNewline ? " " : $0 }) + " #"
    var inlines: [Inline] = []
    var found = values
    MarkdownDocument(parsing: [line]).withRoot { root in
      if let heading = root.children.first {
        inlines = reader.inlines(of: heading, values: &found)
      }
    }
    values = found
    return (inlines, reader.problems)
  }
}
