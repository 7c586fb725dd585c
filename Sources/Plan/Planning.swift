import Expressions
import Notebook
import Results
import Spelling

/// The making of a plan: goes through a notebook and gathers every problem on the way.
struct Planning {
  let notebook: Notebook
  let overrides: Overrides
  private(set) var diagnostics: [Diagnostic] = []
  private var entries: [Scope.Entry]

  init(notebook: Notebook, overrides: Overrides) {
    self.notebook = notebook
    self.overrides = overrides
    entries = notebook.steps.compactMap { step in
      StepKind(rawValue: step.kind).map { Scope.Entry(name: step.name, kind: $0) }
    }
  }

  /// Every step that is right, in order.
  mutating func steps() -> [PlannedStep] {
    checkOverrideTargets()
    let planned = notebook.steps.indices.compactMap { plan($0) }
    checkOutputFiles(planned)
    return planned
  }

  /// Every inline value that is right, in order.
  mutating func inlineValues() -> [Plan.PlannedValue] {
    notebook.inlineValues.compactMap { plan($0) }
  }

  // MARK: - Steps

  private mutating func plan(_ index: Int) -> PlannedStep? {
    let step = notebook.steps[index]
    guard entries.indices.contains(index) else { return nil }
    let kind = entries[index].kind
    // What is missing from a body that could not be read is not missing from the notebook.
    guard !step.hasProblems || kind == .check else { return nil }
    var decoder = OptionDecoder(
      step: step, scope: Scope(entries: entries, index: index),
      overrides: overrides.options.filter { $0.step == step.name })
    let operation = kind == .check ? check(step, index) : decode(kind, &decoder)
    if kind != .check { decoder.finish() }
    diagnostics += decoder.diagnostics
    guard let operation, decoder.diagnostics.isEmpty else { return nil }
    entries[index].operation = operation
    return PlannedStep(
      index: index, name: step.name, kind: kind, operation: operation,
      settings: decoder.settings.sorted { $0.key < $1.key }, inputs: decoder.inputs)
  }

  private func decode(_ kind: StepKind, _ decoder: inout OptionDecoder) -> PlannedStep.Operation? {
    switch kind {
    case .load: Load(decoding: &decoder).map { .load($0) }
    case .split: Split(decoding: &decoder).map { .split($0) }
    case .train: Train(decoding: &decoder).map { .train($0) }
    case .evaluate: Evaluate(decoding: &decoder).map { .evaluate($0) }
    case .plot: Plot(decoding: &decoder).map { .plot($0) }
    case .predict: Predict(decoding: &decoder).map { .predict($0) }
    case .try: Try(decoding: &decoder).map { .try($0) }
    case .source: SourceListing(decoding: &decoder).map { .source($0) }
    case .check: nil
    }
  }

  private mutating func checkOverrideTargets() {
    let names = notebook.steps.map(\.name)
    for override in overrides.options where !names.contains(override.step) {
      let near = suggestion(for: override.step, among: names)
      diagnostics.append(
        Diagnostic(
          "--set \(override.text): the notebook has no step '\(override.step)'", at: nil,
          help: near.map { "did you mean '\($0)'?" } ?? "its steps are \(names.listed(with: "and"))"
        ))
    }
  }

  /// No two steps may write one file.
  private mutating func checkOutputFiles(_ steps: [PlannedStep]) {
    var writers: [String: String] = [:]
    for step in steps {
      guard case .predict(let predict) = step.operation else { continue }
      if let other = writers.updateValue(step.name, forKey: predict.file.lowercased()) {
        diagnostics.append(
          Diagnostic(
            "steps '\(other)' and '\(step.name)' both write '\(predict.file)'",
            at: notebook.steps[step.index].range, help: "name another file with 'to'"))
      }
    }
  }

  // MARK: - Expressions

  private mutating func check(_ step: Step, _ index: Int) -> PlannedStep.Operation? {
    for override in overrides.options where override.step == step.name {
      diagnostics.append(
        Diagnostic("--set \(override.text): the claims of a check cannot be set", at: nil))
    }
    if step.options.isEmpty, !step.hasProblems {
      diagnostics.append(
        Diagnostic(
          "check '\(step.name)' claims nothing", at: step.kindRange,
          help: "write a line 'sentence: expression', such as '\(Check.documentation.example)'"))
      return nil
    }
    let claims = step.options.compactMap { claim($0, index) }
    return claims.count == step.options.count ? .check(Check(claims: claims)) : nil
  }

  private mutating func claim(_ option: StepOption, _ index: Int) -> Check.Claim? {
    guard case .scalar(let text, _, let range) = option.value else {
      diagnostics.append(
        Diagnostic(
          "a claim is one expression", at: option.value.range,
          help: "write 'sentence: expression' on one line"))
      return nil
    }
    let steps = schema(below: index)
    let expression = typed(text, at: range) { (expression) throws(ExpressionErrors) in
      try expression.checkClaim(in: steps)
    }
    return expression.map {
      Check.Claim(sentence: option.key, text: text, expression: $0.expression, range: range)
    }
  }

  private mutating func plan(_ value: InlineValue) -> Plan.PlannedValue? {
    let steps = schema(below: nil)
    let typed = typed(value.expression, at: value.expressionRange) {
      (expression) throws(ExpressionErrors) in
      try expression.type(in: steps)
    }
    // The empty format is how a value is written without one.
    let written = read(
      value.format ?? "", at: value.formatRange ?? value.expressionRange, for: typed?.result)
    guard let written else { return nil }
    let format = value.format.map { _ in written }
    return typed.map { typed in
      Plan.PlannedValue(
        expression: typed.expression, format: format,
        steps: typed.expression.stepNames.compactMap { name, _ in
          entries.firstIndex { $0.name == name }
        })
    }
  }

  private mutating func read(_ text: String, at range: SourceRange, for type: ValueType?)
    -> FormatSpecification?
  {
    do throws(FormatError) {
      let format = try FormatSpecification(parsing: text)
      if let type, let problem = format.problem(with: type) { throw problem }
      return format
    } catch {
      diagnostics.append(Diagnostic(error.message, at: range, help: error.help))
      return nil
    }
  }

  /// Parses an expression and applies `check` to it, noting every problem of either.
  private mutating func typed<Result>(
    _ text: String, at range: SourceRange,
    check: (Expression) throws(ExpressionErrors) -> Result
  ) -> (expression: Expression, result: Result)? {
    let expression: Expression
    do {
      expression = try Expression(parsing: text)
    } catch {
      diagnostics.append(diagnostic(error, in: range))
      return nil
    }
    do {
      return (expression, try check(expression))
    } catch {
      diagnostics += error.errors.filter { !isOfBrokenPlot($0) }.map { diagnostic($0, in: range) }
      return nil
    }
  }

  /// Whether a missing value may be there once a plot is mended: its options say what it yields.
  private func isOfBrokenPlot(_ error: ExpressionError) -> Bool {
    guard case .unknownMember(_, _, let step?, _) = error.problem else { return false }
    return entries.contains { $0.name == step && $0.kind == .plot && $0.operation == nil }
  }

  private func diagnostic(_ error: ExpressionError, in range: SourceRange) -> Diagnostic {
    let start = range.start.advanced(by: error.range.lowerBound)
    return Diagnostic(
      error.message,
      at: SourceRange(
        line: start.line, column: start.column, length: max(1, error.range.count)),
      help: error.help)
  }

  /// The values of every step by type; a check sees only the checks above it.
  private func schema(below limit: Int?) -> [ValueType.Member] {
    entries.enumerated().compactMap { index, entry in
      if let limit, entry.kind == .check, index >= limit { return nil }
      let documentation = entry.kind.documentation
      let yields = entry.operation?.yields ?? documentation.yields
      return ValueType.Member(entry.name, .record(yields), documentation.summary)
    }
  }
}
