/// Reads the blocks of a parsed text and the steps among them.
struct ProseReader {
  let source: SourceFile
  var steps: StepReader
  private var anchors = Anchors()
  private var footnotes = 0
  var values: [InlineValue]
  var ownProblems: [Diagnostic] = []
  private var nearMisses: [(name: String, problem: Diagnostic)] = []
  private var tags = RefusedTags()
  private var references: [NumberedReference]
  private var captioned = CaptionedBlocks()
  private let notes: Set<String>
  let citations: Citations

  /// Levels of quotes and lists within one another.
  static let depthLimit = 100

  /// `values` and `references` are those read before, in the front matter.
  init(
    source: SourceFile, steps: StepReader, values: [InlineValue],
    references: [NumberedReference] = [], works: [Reference] = []
  ) {
    citations = Citations(works)
    self.references = references
    self.source = source
    self.steps = steps
    self.values = values
    notes = LostFootnotes.labels(in: source).union(citations.labels)
  }

  /// The steps in order, each with its name; to be called once, after the blocks are read.
  mutating func finishSteps() -> [Step] {
    let lost = lostSteps
    let references = numberedReferences
    let steps = self.steps.finish()
    // What a lost step shows is not missing from the notebook.
    if !lost {
      ownProblems += ReferenceCheck(references, steps: steps, prose: captioned).problems
    }
    let names = Set(steps.map(\.name))
    ownProblems += nearMisses.filter { names.contains($0.name) }.map(\.problem)
    return steps
  }

  /// Every figure and table that the text refers to.
  var numberedReferences: [NumberedReference] { references + steps.references }

  /// Whether steps are missing from those found.
  var lostSteps: Bool { steps.lostSteps }

  var problems: [Diagnostic] { steps.problems + ownProblems + tags.problems }

  /// The blocks of the whole text.
  mutating func blocks(of document: MarkdownNode) -> [Block] {
    ownProblems += LostFootnotes(source, shown: document.children.map(\.lines)).problems
    var read = CaptionedBlocks()
    for node in document.children {
      guard let block = topBlock(node) else { continue }
      if case .step(let index)? = read.blocks.last { steps.checkBelow(step: index, node.lines) }
      read.append(block, at: place(of: node))
    }
    captioned = read
    ownProblems += read.problems
    return read.blocks
  }

  private mutating func topBlock(_ node: MarkdownNode) -> Block? {
    if node.kind == .code, node.isFence {
      switch steps.read(node, values: &values) {
      case .step(let index): return .step(index)
      case .listing: break
      case .mistake: return nil
      }
    }
    return block(node, Container())
  }

  /// What a block stands in.
  struct Container {
    var depth = 0
    /// Quote marks at the beginning of each line.
    var quotes = 0

    func deeper(quotes more: Int = 0) -> Self { Self(depth: depth + 1, quotes: quotes + more) }
  }

  mutating func blocks(of node: MarkdownNode, _ container: Container) -> [Block] {
    guard container.depth < Self.depthLimit else {
      // One report will do for a stretch of text that is too deep.
      let problem = Self.tooDeep(at: place(of: node))
      if ownProblems.last?.message != problem.message { ownProblems.append(problem) }
      return []
    }
    return node.children.compactMap { block($0, container) }
  }

  static func tooDeep(at place: SourceRange) -> Diagnostic {
    Diagnostic(
      "blocks nested more than \(depthLimit) levels deep", at: place,
      help: "put them in a fence, or begin further left")
  }

  private mutating func block(_ node: MarkdownNode, _ container: Container) -> Block? {
    switch node.kind {
    case .paragraph:
      checkFences(paragraph: node.lines)
      ownProblems += TableMistakes(paragraph: node.lines, of: source).problems
      return .paragraph(inlines(of: node, container))
    case .heading:
      let inlines = inlines(of: node, container)
      return .heading(
        level: node.headingLevel, anchor: anchors.anchor(for: inlines), inlines)
    case .quote:
      checkAlert(node)
      return .quote(blocks(of: node, container.deeper(quotes: 1)))
    case .list: return .list(list(node, container))
    case .code: return listing(node, container)
    case .table: return .table(table(node, container))
    case .thematicBreak: return .thematicBreak
    case .html:
      // The parser does not count the line that ends a comment.
      let last = node.lines.lowerBound + max(0, node.literal.count(where: \.isNewline) - 1)
      let lines = node.lines.lowerBound...max(last, node.lines.upperBound)
      let reader = HTMLBlockReader(lines, of: source, kinds: steps.kinds)
      ownProblems += reader.problems
      note(reader.tags)
      return nil
    case .footnote:
      // References are numbered in order of use, and the parser sorts the notes likewise.
      footnotes += 1
      return .footnote(label: String(footnotes), blocks(of: node, container.deeper()))
    default: return nil
    }
  }

  /// Takes over what a reader has found wrong, and looks for what it cannot see.
  mutating func take(_ reader: InlineReader, _ text: MappedText) {
    ownProblems += reader.problems + TextMistakes(text, notes: notes).problems
    nearMisses += reader.nearMisses
    references += reader.references
    note(reader.tags)
  }

  private mutating func note(_ more: RefusedTags) {
    for tag in more.found { tags.note(tag.name, at: tag.range) }
  }

  func reader(
    for node: MarkdownNode, _ container: Container, isTable: Bool
  ) -> InlineReader {
    InlineReader(text(of: node, container), isTable: isTable, place: place(of: node))
  }

  /// The text of a block as it is written.
  func text(of node: MarkdownNode, _ container: Container) -> MappedText {
    var text = MappedText()
    for number in node.lines where source.lines.indices.contains(number - 1) {
      let line = source.lines[number - 1]
      let prefix = Self.prefix(of: line, quotes: container.quotes)
      let start = SourcePosition(line: number, column: 1 + prefix)
      text.append(line.dropFirst(prefix) + "\n", at: start)
    }
    return text
  }

  /// The characters of indentation and quote marks at the beginning of a line.
  private static func prefix(of line: String, quotes: Int) -> Int {
    var count = 0
    var quotes = quotes
    for character in line {
      if character == ">", quotes > 0 {
        quotes -= 1
      } else if character != " ", character != "\t" {
        break
      }
      count += 1
    }
    return count
  }

  func place(of node: MarkdownNode) -> SourceRange {
    let number = min(node.lines.lowerBound, source.lines.count)
    return source.range(ofLine: number)
  }
}
