import Cache
import Digest
import Expressions
import Notebook
import Plan
import Results

/// One run of a plan, from its first step to its last inline value.
struct Execution {
  let plan: Plan
  let context: RunContext
  /// Results by step; `nil` for those that have not been reached.
  var outcomes: [StepOutcome?]
  private var records: [RunRecord.StepRecord] = []
  var memory = Memory()
  /// The files read, in the order of the steps that read them.
  private(set) var files: [Provenance.InputFile] = []
  /// The content key of each step that has one.
  private(set) var keys: [Int: ContentKey] = [:]

  init(plan: Plan, context: RunContext) {
    self.plan = plan
    self.context = context
    outcomes = Array(repeating: nil, count: plan.steps.count)
  }

  mutating func run() async -> Run {
    let clock = ContinuousClock()
    let began = clock.now
    for step in plan.steps where step.kind != .check {
      await perform(step)
      if case .failed = outcomes[step.index] { break }
    }
    judgeClaims()
    let results = RunResults(
      steps: outcomes.map { $0 ?? .notRun }, inlineValues: inlineOutcomes,
      provenance: provenance)
    let record = RunRecord(
      steps: records, seconds: (clock.now - began).inSeconds, threads: context.threads)
    return Run(results: results, record: record)
  }

  /// The value of a name in expressions: a step's values as a record.
  func value(named name: String) -> Value? {
    guard let step = plan.steps.first(where: { $0.name == name }),
      case .done(let result) = outcomes[step.index]
    else { return nil }
    return .record(result.values)
  }

  // MARK: - Steps

  private mutating func perform(_ step: PlannedStep) async {
    let clock = ContinuousClock()
    let began = clock.now
    do {
      let (result, isStored, why) = try await result(of: step)
      outcomes[step.index] = .done(result)
      let seconds = (clock.now - began).inSeconds
      records.append(
        .init(
          name: step.name, kind: step.kind.rawValue, seconds: seconds, isStored: isStored,
          why: why))
      context.observe(.finished(step, seconds: seconds, isStored: isStored, why: why))
    } catch {
      let failure = error as? StepFailure ?? StepFailure("\(error)")
      let diagnostic = diagnostic(failure, of: step)
      outcomes[step.index] = .failed(diagnostic: diagnostic)
      context.observe(.failed(step, diagnostic: diagnostic))
    }
  }

  /// The step's result, from the store or computed and stored.
  private mutating func result(of step: PlannedStep) async throws
    -> (result: StepResult, isStored: Bool, why: String)
  {
    let read = try inputFiles(of: step)
    files += read
    let key = key(of: step, files: read)
    keys[step.index] = key
    if let stored = stored(step, key) { return (stored, true, "unchanged") }
    let why = "computed"
    context.observe(.began(step, why: why))
    let result = try await compute(step)
    keep(result, of: step, under: key)
    return (result, false, why)
  }

  private func diagnostic(_ failure: StepFailure, of step: PlannedStep) -> String {
    let written = plan.notebook.steps[step.index]
    let option = failure.option.flatMap { key in written.options.first { $0.key == key } }
    let overridden = plan.overrides.options.contains {
      $0.step == step.name && $0.option == failure.option
    }
    let range = overridden ? written.kindRange : option?.value.range ?? written.kindRange
    return DiagnosticPrinter(source: plan.notebook.source).text(
      Diagnostic("step '\(step.name)': \(failure.message)", at: range, help: failure.help))
  }

  private var provenance: Provenance {
    let source = plan.notebook.source
    return Provenance(
      version: context.version, notebookName: source.fileName,
      notebookDigest: SHA256.hex(of: Array(source.text.utf8)), seed: plan.seed,
      overrides: plan.overrides.texts, files: files)
  }
}
