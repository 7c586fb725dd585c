import Expressions
import Files
import Notebook
import Results
import Spelling

/// The making of a plan: goes through a notebook and gathers every problem on the way.
struct Planning {
  let notebook: Notebook
  let overrides: Overrides
  /// Where files may be read; what the command line names is added on the way.
  private(set) var readable: ReadableFolders
  private(set) var diagnostics: [Diagnostic] = []
  /// What may be otherwise than it was meant.
  private(set) var warnings: [Diagnostic] = []
  private(set) var directory: StepDirectory
  /// The steps that expressions may name, so far.
  private var schema: StepSchema = []

  init(notebook: Notebook, overrides: Overrides, readable: ReadableFolders) {
    self.notebook = notebook
    self.overrides = overrides
    self.readable = readable
    directory = StepDirectory(
      notebook.steps.compactMap { step in
        StepKind(named: step.kind).map { (StepID(step.name), $0) }
      })
  }

  /// Every step that is right, in order.
  mutating func steps() -> [PlannedStep] {
    checkOverrideTargets()
    // What judges all others is planned when what they yield is known, and sees what judges above.
    let planned = (plan(.inOrder) + plan(.atTheEnd)).sorted { $0.index < $1.index }.map(\.step)
    checkOutputFiles(planned)
    return planned
  }

  /// Every inline value that is right, in order.
  mutating func inlineValues() -> [Plan.PlannedValue] {
    var reader = ExpressionReader(directory, schema)
    let values = notebook.inlineValues.enumerated().compactMap { number, value in
      Self.plan(value, InlineValueID(number), &reader)
    }
    diagnostics += reader.diagnostics
    warnings += reader.warnings
    return values
  }

  /// Every step that is done at a time and right, with its place.
  private mutating func plan(_ timing: StepTiming) -> [(index: Int, step: PlannedStep)] {
    var planned: [(index: Int, step: PlannedStep)] = []
    for (index, step) in notebook.steps.enumerated() where index < directory.entries.count {
      guard directory.entries[index].kind.declaration.timing == timing else { continue }
      let made = plan(step, index)
      directory.take(made, at: index)
      if let made { planned.append((index, made)) }
      schema.append(directory.entries[index].member)
    }
    return planned
  }

  private mutating func plan(_ step: Step, _ index: Int) -> PlannedStep? {
    let entry = directory.entries[index]
    // What is missing from a body that could not be read is not missing from the notebook; claims
    // stand each by itself.
    guard !step.hasProblems || step.syntax.body == .claims else { return nil }
    let scope = Scope(
      directory: directory, schema: schema, index: index, readable: readable,
      overrides: overrides, notebook: notebook)
    let attempt = PlanningAttempt(step, entry.kind, entry.id, in: scope, overrides)
    for path in attempt.namedFiles { readable.name(path) }
    directory.note(sweptRuns: attempt.sweptRuns)
    diagnostics += attempt.diagnostics
    warnings += attempt.warnings
    return attempt.step
  }

  private static func plan(
    _ value: InlineValue, _ id: InlineValueID, _ reader: inout ExpressionReader
  ) -> Plan.PlannedValue? {
    let typed = reader.typed(value.expression, at: value.places)
    // The empty format is how a value is written without one.
    let written = reader.format(
      value.format ?? "", at: value.formatRange ?? value.expressionRange, for: typed?.type)
    guard let typed, let written else { return nil }
    return Plan.PlannedValue(
      id: id, expression: typed.expression, places: value.places,
      format: value.format.map { _ in written }, steps: reader.steps(of: typed.expression))
  }

  private mutating func checkOverrideTargets() {
    let names = notebook.steps.map(\.name)
    for override in overrides.options where directory.place(of: override.step) == nil {
      let near = suggestion(for: override.step, among: names)
      diagnostics.append(
        Diagnostic(
          "--set \(override.text): the notebook has no step '\(override.step)'", at: nil,
          help: near.map { "did you mean '\($0)'?" } ?? "its steps are \(names.listed(with: "and"))"
        ))
    }
  }

  /// Where an option is written; the step's kind where it is not, or is set on the command line.
  private func place(of option: String, in step: PlannedStep) -> SourceRange {
    let isSet = overrides.options.contains { $0.step == step.name && $0.option == option }
    let written = isSet ? nil : step.written.options.first { $0.key == option }
    return written?.value.range ?? step.written.kindRange
  }

  /// No two steps may write one file.
  private mutating func checkOutputFiles(_ steps: [PlannedStep]) {
    var writers: [String: String] = [:]
    for step in steps {
      guard let file = step.declaration.outputFile else { continue }
      if let other = writers.updateValue(step.name, forKey: file.lowercased()) {
        diagnostics.append(
          Diagnostic(
            "steps '\(other)' and '\(step.name)' both write '\(file)'",
            at: place(of: Predict.to.key, in: step), help: "name another file with 'to'"))
      }
    }
  }
}
