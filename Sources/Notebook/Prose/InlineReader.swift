/// Reads running text: the inlines of one block, and the values among them.
struct InlineReader {
  var problems: [Diagnostic] = []
  /// Code that would be an inline value but for its form, by what it names; a mistake where that is
  /// a step.
  var nearMisses: [(name: String, problem: Diagnostic)] = []
  private(set) var tags = RefusedTags()
  /// Figures and tables that the text refers to.
  var references: [NumberedReference] = []
  var scanner: CodeSpanScanner
  let text: MappedText
  /// Where a span is said to be that cannot be found again.
  let place: SourceRange

  /// Levels of emphasis and links within one another.
  private static let depthLimit = 100
  private static let tooManyTags = "tags nested more than \(depthLimit) levels deep"

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
    var run = InlineRun()
    let children = node.children
    var isBehindFormula = false
    for (index, child) in children.enumerated() {
      let dropped = isBehindFormula ? 1 : 0
      isBehindFormula = false
      if child.kind == .inlineHTML {
        html(child.literal, &run)
      } else if child.kind == .text, dropped > 0 {
        run.append(.text(String(child.literal.dropFirst(dropped))))
      } else if child.kind == .codeSpan, Self.isBetweenDollars(index, children) {
        let offsets = scanner.next(child.literal)
        guard isWrittenBetweenDollars else {
          run.append(codeSpan(child.literal, offsets, values: &values))
          continue
        }
        run.dropLastCharacter()
        run.append(formula(child.literal, offsets))
        isBehindFormula = true
      } else if let inline = inline(child, values: &values, depth: depth + 1) {
        run.append(inline)
      }
    }
    for (tag, range) in run.open {
      problems.append(
        Diagnostic("unclosed <\(tag.rawValue)>", at: range, help: "end it with </\(tag.rawValue)>"))
    }
    return run.finished
  }

  private mutating func inline(
    _ node: MarkdownNode, values: inout [InlineValue], depth: Int
  ) -> Inline? {
    switch node.kind {
    case .text: .text(node.literal)
    // Every span is looked for, so that an equal one further on is not taken for it.
    case .codeSpan: codeSpan(node.literal, scanner.next(node.literal), values: &values)
    case .softBreak: .softBreak
    case .lineBreak: .lineBreak
    case .emphasis: .emphasis(inlines(of: node, values: &values, depth: depth))
    case .strong: .strong(inlines(of: node, values: &values, depth: depth))
    case .strikethrough: .strikethrough(inlines(of: node, values: &values, depth: depth))
    case .link:
      link(node, values: &values, depth: depth)
    case .image:
      .image(
        path: node.destination, title: node.title,
        inlines(of: node, values: &values, depth: depth))
    case .footnoteReference: .footnoteReference(label: node.literal)
    default: nil
    }
  }

  private mutating func html(_ literal: String, _ run: inout InlineRun) {
    let offsets = scanner.skip(literal)
    let range = offsets.map { text.range(of: ArraySlice(Array($0)), emptyAt: $0.lowerBound) }
    switch RawHTML(literal).kind {
    case .comment: break
    case .lineBreak: run.append(.lineBreak)
    case .opening(let tag):
      guard run.depth < Self.depthLimit else {
        if problems.last?.message != Self.tooManyTags {
          problems.append(Diagnostic(Self.tooManyTags, at: range ?? place))
        }
        return
      }
      run.open(tag, range ?? place)
    case .closing(let tag):
      if !run.close(tag) {
        problems.append(
          Diagnostic("</\(tag.rawValue)> closes nothing", at: range ?? place, help: "delete it"))
      }
    case .refused(let name):
      tags.note(name, at: range ?? place)
    }
  }

  private mutating func link(
    _ node: MarkdownNode, values: inout [InlineValue], depth: Int
  ) -> Inline {
    let words = inlines(of: node, values: &values, depth: depth)
    let address = address(node.destination, values: &values)
    if node.title.contains("`{") {
      problems.append(
        Diagnostic(
          "a value within the title of a link", at: place,
          help: "write it in the words of the link"))
    }
    return .link(destination: address, title: node.title, words)
  }

  /// An address, with values between backticks in it.
  private mutating func address(_ text: String, values: inout [InlineValue]) -> LinkAddress {
    let pieces = text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    guard pieces.count > 2 else { return LinkAddress([.text(text)]) }
    var parts: [LinkAddress.Part] = []
    for (number, piece) in pieces.enumerated() {
      let isCode = number % 2 == 1 && number < pieces.count - 1
      let inline =
        isCode
        ? codeSpan(piece, scanner.next(piece), values: &values, isAddress: true) : .text(piece)
      switch inline {
      case .value(let index): parts.append(.value(index))
      case .code(let code): parts.append(.text("`\(code)`"))
      default: parts.append(.text(number % 2 == 1 && !isCode ? "`" + piece : piece))
      }
    }
    return LinkAddress(parts)
  }

  func range(_ offsets: [Int]?, _ range: Range<Int>) -> SourceRange {
    guard let offsets, offsets.indices.contains(range.lowerBound), range.upperBound <= offsets.count
    else { return place }
    return text.range(of: offsets[range], emptyAt: offsets[range.lowerBound])
  }
}
