import Spelling

/// Reads the fences of a notebook that are steps.
struct StepReader {
  enum Outcome {
    /// The step at this index.
    case step(Int)
    case listing
    case mistake
  }

  private let source: SourceFile
  let kinds: StepKinds
  private var found: [FoundStep] = []
  /// Fences of no kind, whose lines may be claims.
  private var suspects: [ClaimsInDisguise] = []
  private(set) var problems: [Diagnostic] = []
  /// Figures and tables that captions refer to.
  private(set) var references: [NumberedReference] = []
  /// Whether steps are missing from those found, so that what names them cannot be judged.
  private(set) var lostSteps = false

  init(source: SourceFile, kinds: [StepSyntax]) {
    self.source = source
    self.kinds = StepKinds(kinds: kinds)
  }

  /// Reads a fence that stands on the top level of the text.
  mutating func read(_ node: MarkdownNode, values: inout [InlineValue]) -> Outcome {
    guard let fence = Fence(on: node.lines, of: source) else { return .listing }
    let match = fence.words.first.map { kinds.match($0.text) } ?? .listing
    if let inner = fence.inner, case .kind = kinds.match(inner.kind) {
      // The end of the step within was taken for that of this fence.
      problems.append(Self.unclosed(fence, before: inner.line))
      lostSteps = true
      return .mistake
    }
    if !fence.isClosed { problems.append(Self.unclosed(fence)) }
    switch match {
    case .listing:
      if fence.isClosed, fence.words.first?.text != "math" { suspect(fence) }
      return .listing
    case .nearMiss(let kind):
      if let word = fence.words.first { problems.append(Self.unknownKind(word, near: kind.kind)) }
      return add(kind, fence, values: &values)
    case .kind(let kind):
      return add(kind, fence, values: &values)
    }
  }

  /// Notes a listing that may be meant as a step.
  private mutating func suspect(_ fence: Fence) {
    if let claims = ClaimsInDisguise(fence) {
      suspects.append(claims)
    } else if let options = OptionsInDisguise(fence, kinds) {
      problems.append(options.problem)
    }
  }

  /// Adds a step, of the kind that was meant where that is misspelt.
  private mutating func add(_ kind: StepSyntax, _ fence: Fence, values: inout [InlineValue])
    -> Outcome
  {
    // The body of an unclosed fence is the rest of the notebook, prose and all.
    guard fence.isClosed else {
      lostSteps = true
      return .mistake
    }
    let before = problems.count
    var step = step(kind, fence, values: &values)
    step.hasProblems = problems.count > before
    found.append(step)
    return .step(found.count - 1)
  }

  /// Reports a step in a list or quote, and a fence there that may have been meant as one.
  mutating func checkNestedFence(_ node: MarkdownNode) {
    guard let first = node.fenceInfo.split(whereSeparator: \.isSpace).first else { return }
    let range = source.range(of: first, onLine: node.lines.lowerBound)
    switch kinds.match(String(first)) {
    case .listing: break
    case .nearMiss(let kind):
      problems.append(
        Self.unknownKind(Fence.Word(text: String(first), range: range), near: kind.kind))
    case .kind:
      lostSteps = true
      problems.append(
        Diagnostic(
          "'\(first)' step within a list, quote or footnote", at: range,
          help: "steps stand on their own, at the left margin"))
    }
  }

  /// Looks at a paragraph right below a step for options that its end has left outside.
  mutating func checkBelow(step index: Int, _ lines: ClosedRange<Int>) {
    guard found.indices.contains(index), found[index].range.end.line + 1 == lines.lowerBound,
      source.lines.indices.contains(lines.lowerBound - 1)
    else { return }
    let kind = found[index].kind
    guard let key = optionKey(of: source.lines[lines.lowerBound - 1]), kind.options.contains(key)
    else { return }
    problems.append(
      Diagnostic(
        "'\(key)' stands below the end of its step",
        at: SourceRange(line: lines.lowerBound, column: 1, length: key.count),
        help: "move it into the fence; or leave a blank line above the paragraph",
        severity: .warning))
  }

  /// The steps in order, each with its name.
  mutating func finish() -> [Step] {
    var names = StepNames()
    let unnamed = Dictionary(
      found.filter { $0.name == nil }.map { ($0.kind.kind, $0.range.start.line) }
    ) { first, _ in first }
    for step in found {
      guard let word = step.name else { continue }
      if let problem = names.take(word) {
        problems.append(problem)
      } else if word.text != step.kind.kind, let line = unnamed[word.text] {
        problems.append(Self.takenKind(word, line: line))
      }
    }
    let known = Set(found.map { $0.name?.text ?? $0.kind.kind })
    problems += suspects.compactMap { $0.problem(steps: known) }
    return found.map { $0.step(named: $0.name?.text ?? names.name(forKind: $0.kind.kind)) }
  }

  private mutating func step(
    _ kind: StepSyntax, _ fence: Fence, values: inout [InlineValue]
  ) -> FoundStep {
    let word = fence.words[0]
    if fence.words.count > 2 {
      let extra = fence.words[2]
      problems.append(
        Diagnostic(
          "'\(extra.text)' after the name of a step", at: extra.range,
          help: "write ```\(kind.kind) or ```\(kind.kind) NAME; options go in the body"))
    }
    let yaml = YAMLText(lines: fence.body, place: word.range)
    let options: [StepOption]
    var caption: [Inline]?
    var tables = TableDisplay.automatic
    switch kind.body {
    case .claims:
      var reader = CheckReader()
      options = reader.options(of: fence.body)
      problems += reader.problems
    case .options:
      var reader = YAMLReader(yaml)
      options = reader.mapping(example: "`option: value`, a line each")
      problems += reader.problems
      problems += CutText(yaml).problems(
        in: options, texts: ["title", "caption", "tables", "labels"])
      var captions = StepCaptionReader(yaml)
      caption = captions.caption(in: options, values: &values)
      tables = captions.tables(in: options, values: &values)
      problems += captions.problems
      references += captions.references
    }
    return FoundStep(
      kind: kind, kindRange: word.range,
      name: fence.words.count > 1 ? fence.words[1] : nil, options: options,
      text: yaml.joined, range: fence.range, caption: caption,
      tables: tables)
  }

  private static func unclosed(_ fence: Fence, before line: Int? = nil) -> Diagnostic {
    Diagnostic(
      "unclosed fence", at: fence.opening,
      help: line.map { "close it before line \($0), where the next step begins" }
        ?? "close it on a line of its own")
  }

  /// A name by which people know a step of another kind, which has none of its own.
  private static func takenKind(_ word: Fence.Word, line: Int) -> Diagnostic {
    Diagnostic(
      "the \(word.text) step of line \(line) is called '\(word.text)' by its kind", at: word.range,
      help: "choose another name, or give that step one")
  }

  private static func unknownKind(_ word: Fence.Word, near kind: String) -> Diagnostic {
    Diagnostic(
      "unknown step kind '\(word.text)'", at: word.range,
      misspelling: Misspelling(word.text, meant: kind))
  }
}
