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
      if fence.isClosed, fence.words.first?.text != "math", let claims = ClaimsInDisguise(fence) {
        suspects.append(claims)
      }
      return .listing
    case .nearMiss(let kind):
      if let word = fence.words.first { problems.append(Self.unknownKind(word, near: kind.kind)) }
      return add(kind, fence, values: &values)
    case .kind(let kind):
      return add(kind, fence, values: &values)
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

  /// The steps in order, each with its name.
  mutating func finish() -> [Step] {
    var names = StepNames()
    for step in found {
      if let word = step.name, let problem = names.take(word) { problems.append(problem) }
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
      caption = self.caption(in: options, yaml, values: &values)
      tables = self.tables(in: options, yaml, values: &values)
    }
    return FoundStep(
      kind: kind, kindRange: word.range,
      name: fence.words.count > 1 ? fence.words[1] : nil, options: options,
      text: yaml.joined, range: fence.range, caption: caption,
      tables: tables)
  }

  private mutating func caption(
    in options: [StepOption], _ yaml: YAMLText, values: inout [InlineValue]
  ) -> [Inline]? {
    guard let option = options.first(where: { $0.key == "caption" }) else { return nil }
    guard case .scalar(let string, _, let range) = option.value else {
      problems.append(
        Diagnostic(
          "caption is not text", at: option.value.range, help: "put the caption in quotes"))
      return nil
    }
    return inlines(string, range, yaml, values: &values)
  }

  private mutating func tables(
    in options: [StepOption], _ yaml: YAMLText, values: inout [InlineValue]
  ) -> TableDisplay {
    guard let option = options.first(where: { $0.key == "tables" }) else { return .automatic }
    let items: [OptionValue]
    switch option.value {
    case .scalar(TableDisplay.none, isQuoted: false, _):
      return TableDisplay(tables: [], hidesAll: true)
    case .scalar: items = [option.value]
    case .list(let list, _): items = list
    case .mapping: items = [option.value]
    }
    var tables: [TableDisplay.Table] = []
    for item in items {
      switch item {
      case .scalar(TableDisplay.none, isQuoted: false, _): tables.append(.hidden)
      case .scalar(let string, _, let range):
        tables.append(.captioned(inlines(string, range, yaml, values: &values)))
      case .list, .mapping:
        problems.append(
          Diagnostic(
            "a caption of 'tables' is not text", at: item.range,
            help: "write 'none', or a list of captions in quotes, with none for what is left out"))
      }
    }
    return TableDisplay(tables: tables, hidesAll: false)
  }

  private mutating func inlines(
    _ string: String, _ range: SourceRange, _ yaml: YAMLText, values: inout [InlineValue]
  ) -> [Inline] {
    let text = YAMLLayout(yaml).scalar(string, at: range.start).text
    let read = InlineReader.inlines(of: string, text: text, place: range, values: &values)
    problems += read.problems
    references += read.references
    return read.inlines
  }

  private static func unclosed(_ fence: Fence, before line: Int? = nil) -> Diagnostic {
    Diagnostic(
      "unclosed fence", at: fence.opening,
      help: line.map { "close it before line \($0), where the next step begins" }
        ?? "close it on a line of its own")
  }

  private static func unknownKind(_ word: Fence.Word, near kind: String) -> Diagnostic {
    Diagnostic(
      "unknown step kind '\(word.text)'", at: word.range,
      misspelling: Misspelling(word.text, meant: kind))
  }
}

/// A step before the names of all are known.
private struct FoundStep {
  let kind: StepSyntax
  let kindRange: SourceRange
  let name: Fence.Word?
  let options: [StepOption]
  let text: String
  let range: SourceRange
  let caption: [Inline]?
  let tables: TableDisplay
  var hasProblems = false

  func step(named name: String) -> Step {
    Step(
      syntax: kind, kindRange: kindRange, name: name,
      nameRange: self.name?.range ?? kindRange, options: options, text: text, range: range,
      caption: caption, tables: tables, hasProblems: hasProblems)
  }
}
