/// Turns Markdown into blocks and running text, and gathers inline values on the way.
struct ProseReader {
  /// The lines of the notebook, of which Markdown is a part.
  private let lines: [String]
  private(set) var inlineValues: [InlineValue] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var anchors: [String: Int] = [:]
  private let deepest = 100
  /// Footnotes met: cmark puts them behind everything else, in the order of their references,
  /// which it has numbered.
  var footnotes = 0
  /// The words that open a step.
  let stepKinds: [String]

  init(lines: [String], stepKinds: [String]) {
    self.lines = lines
    self.stepKinds = stepKinds
  }

  /// Looks for code spans on one line of the notebook.
  func scanner(line: Int) -> InlineScanner {
    InlineScanner(lines.indices.contains(line - 1) ? [(line, 0, lines[line - 1])] : [])
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  // MARK: - Running text

  /// Reads a text that stands in one line of the notebook, such as a title.
  mutating func inlines(_ text: String, at position: SourcePosition) -> [Inline] {
    guard let tree = MarkdownTree(text) else { return [.text(text)] }
    var scanner = InlineScanner([(position.line, position.column - 1, text)])
    var result: [Inline] = []
    for block in tree.root.children {
      if !result.isEmpty { result.append(.softBreak) }
      result += inlines(of: block, &scanner, depth: 0)
    }
    return result
  }

  /// The running text of a block that stands on the notebook's lines `range`.
  mutating func inlines(of node: MarkdownNode, on range: ClosedRange<Int>) -> [Inline] {
    var scanner = InlineScanner(
      range.filter { lines.indices.contains($0 - 1) }.map { ($0, 0, lines[$0 - 1]) })
    return inlines(of: node, &scanner, depth: 0)
  }

  mutating func inlines(of node: MarkdownNode, _ scanner: inout InlineScanner, depth: Int)
    -> [Inline]
  {
    guard depth < deepest else { return [] }
    return node.children.map { inline($0, &scanner, depth: depth + 1) }
  }

  private mutating func inline(
    _ node: MarkdownNode, _ scanner: inout InlineScanner, depth: Int
  ) -> Inline {
    switch node.type {
    case "text": return .text(node.literal)
    case "softbreak": return .softBreak
    case "linebreak": return .lineBreak
    case "code": return code(node.literal, &scanner)
    case "html_inline": return .html(node.literal)
    case "emph": return .emphasis(inlines(of: node, &scanner, depth: depth))
    case "strong": return .strong(inlines(of: node, &scanner, depth: depth))
    case "strikethrough": return .strikethrough(inlines(of: node, &scanner, depth: depth))
    case "footnote_reference": return .footnoteReference(label: node.literal)
    case "link":
      return .link(
        destination: node.url, title: node.title, inlines(of: node, &scanner, depth: depth))
    case "image":
      return .image(path: node.url, title: node.title, inlines(of: node, &scanner, depth: depth))
    default: return .text(node.literal)
    }
  }

  /// A code span: an inline value, a literal brace span, or code.
  private mutating func code(_ literal: String, _ scanner: inout InlineScanner) -> Inline {
    if literal.hasPrefix("\\{") {
      _ = scanner.place(of: literal)
      return .code(String(literal.dropFirst()))
    }
    let contents = Array(literal)
    guard let parts = InlineValueText(contents) else {
      _ = scanner.place(of: literal)
      return .code(literal)
    }
    let place =
      scanner.place(of: literal)
      ?? SourceRange(line: lines.count, column: 1, length: max(1, literal.count))
    func range(_ part: Range<Int>) -> SourceRange {
      SourceRange(
        line: place.start.line, column: place.start.column + part.lowerBound, length: part.count)
    }
    guard !parts.expression.isEmpty else {
      report(
        Diagnostic(
          "there is nothing between the braces", at: place,
          help: "write an expression, such as {dev.accuracy:.1%}, or \\{} for the braces themselves"
        ))
      return .code(literal)
    }
    inlineValues.append(
      InlineValue(
        expression: String(contents[parts.expression]), expressionRange: range(parts.expression),
        format: parts.format.map { String(contents[$0]) }, formatRange: parts.format.map(range)))
    return .value(inlineValues.count - 1)
  }

  // MARK: - Anchors

  /// A name for a heading that no other has, made of its words.
  mutating func anchor(for heading: [Inline]) -> String {
    let words = plainText(of: heading, values: []).lowercased().map { character -> Character in
      character.isLetter || character.isNumber || character == "_" ? character : "-"
    }
    let slug = String(words).split(separator: "-").joined(separator: "-")
    let base = slug.isEmpty ? "section" : slug
    var name = base
    while anchors[name] != nil {
      anchors[base, default: 0] += 1
      name = "\(base)-\(anchors[base, default: 0])"
    }
    anchors[name] = 0
    return name
  }
}

/// The plain text of running text, with the texts of inline values by their index.
package func plainText(of inlines: [Inline], values: [String]) -> String {
  inlines.map { inline in
    switch inline {
    case .text(let text), .code(let text), .html(let text): text
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
      .link(_, _, let inner), .image(_, _, let inner):
      plainText(of: inner, values: values)
    case .softBreak, .lineBreak: " "
    case .footnoteReference: ""
    case .value(let index): values.indices.contains(index) ? values[index] : ""
    }
  }.joined()
}
