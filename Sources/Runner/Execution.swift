import Cache
import Digest
import Expressions
import Network
import Notebook
import Plan
import Results

/// One run of a plan, from its first step to its last inline value.
struct Execution {
  let plan: Plan
  let context: RunContext
  let slice: Slice
  let schedule: Schedule
  /// The results that the store holds, by step.
  private let found: [StepResult?]
  /// Results by step; `nil` for those that have not been reached.
  var outcomes: [StepOutcome?]
  var memory = Memory()
  private var records: [RunRecord.StepRecord] = []
  private var lastRun: LastRun
  private var isInterrupted = false

  init(plan: Plan, slice: Slice, context: RunContext) {
    self.plan = plan
    self.slice = slice
    self.context = context
    let schedule = Schedule(plan, context)
    self.schedule = schedule
    found = plan.steps.map { context.stored($0, under: schedule.key($0.index)) }
    lastRun = LastRun(of: plan.notebook.source.path, in: context.store)
    outcomes = Array(repeating: nil, count: plan.steps.count)
  }

  mutating func run() async -> Run {
    let clock = ContinuousClock()
    let began = clock.now
    let wanted = wantedSteps
    let areFilesThere = findMissingFiles(of: wanted)
    for step in plan.steps where step.kind != .check {
      if context.isCancelled() { isInterrupted = true }
      if isInterrupted || !areFilesThere { break }
      await perform(step, isWanted: wanted.contains(step.index))
      if case .failed = outcomes[step.index] { break }
    }
    lastRun.keep(for: plan.notebook.source.path, in: context.store)
    judgeClaims()
    let results = RunResults(
      steps: outcomes.map { $0 ?? .notRun }, inlineValues: inlineOutcomes,
      provenance: provenance)
    let record = RunRecord(
      steps: records, seconds: (clock.now - began).inSeconds, threads: context.threads)
    let hasFailed = outcomes.contains { if case .failed = $0 { true } else { false } }
    let isLeftOut = plan.steps.contains { outcomes[$0.index] == nil && $0.kind != .check }
    return Run(
      results: results, record: record, isInterrupted: isInterrupted,
      isPartial: isLeftOut && !hasFailed)
  }

  /// Fails every step of which a file cannot be read, before anything is computed.
  private mutating func findMissingFiles(of wanted: Set<Int>) -> Bool {
    let missing = wanted.sorted().compactMap { index in
      schedule.failures[index].map { (plan.steps[index], $0) }
    }
    for (step, failure) in missing { fail(step, failure) }
    return missing.isEmpty
  }

  private mutating func fail(_ step: PlannedStep, _ failure: StepFailure) {
    let diagnostic = diagnostic(failure, of: step)
    outcomes[step.index] = .failed(diagnostic: diagnostic)
    context.observe(.failed(step, diagnostic: diagnostic))
  }

  /// Whether the store holds the step's result.
  func isStored(_ step: PlannedStep) -> Bool { found[step.index] != nil }

  /// The value of a name in expressions: a step's values as a record.
  func value(named name: String) -> Value? {
    guard let step = plan.steps.first(where: { $0.name == name }),
      case .done(let result) = outcomes[step.index]
    else { return nil }
    return .record(result.values)
  }

  /// The steps of the slice, and those that they need and the store does not have.
  var wantedSteps: Set<Int> {
    var wanted = Set(slice.steps)
    for step in plan.steps.reversed() where wanted.contains(step.index) && !isStored(step) {
      for input in step.inputs where !isStored(plan.steps[input.step]) { wanted.insert(input.step) }
    }
    return wanted
  }

  // MARK: - Steps

  private mutating func perform(_ step: PlannedStep, isWanted: Bool) async {
    let clock = ContinuousClock()
    let began = clock.now
    do {
      guard let (result, isStored, why) = try await result(of: step, isWanted: isWanted) else {
        return
      }
      outcomes[step.index] = .done(result)
      lastRun.steps[step.name] = schedule.facts[step.index]
      let seconds = (clock.now - began).inSeconds
      records.append(
        .init(
          name: step.name, kind: step.kind.rawValue, seconds: seconds, isStored: isStored,
          why: why))
      context.observe(.finished(step, seconds: seconds, isStored: isStored, why: why))
    } catch is Interruption {
      isInterrupted = true
    } catch {
      fail(step, error as? StepFailure ?? StepFailure("\(error)"))
    }
  }

  /// The step's result, from the store or computed and stored; `nil` where neither is asked for.
  private mutating func result(of step: PlannedStep, isWanted: Bool) async throws
    -> (result: StepResult, isStored: Bool, why: String)?
  {
    if let stored = found[step.index] { return (stored, true, "unchanged") }
    guard isWanted else { return nil }
    if let failure = schedule.failures[step.index] { throw failure }
    let why = reason(for: step)
    context.observe(.began(step, why: why))
    let result = try await compute(step)
    try schedule.expectUnchanged(step, context)
    keep(result, of: step)
    return (result, false, why)
  }

  /// Why the step has to be computed, in words.
  func reason(for step: PlannedStep) -> String {
    guard context.store != nil, let facts = schedule.facts[step.index] else { return "computed" }
    if case .train(let train) = step.operation, let start = startingPoint(train, step) {
      let end = train.iterations
      return lastRun.steps[step.name]?.setting("iterations") == "\(start.iteration)"
        ? "continues from \(start.iteration) to \(end) iterations"
        : "goes on from iteration \(start.iteration) of \(end)"
    }
    return Reason.text(facts, last: lastRun.steps[step.name])
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
      notebookPath: NotebookPath(source.path).text,
      notebookDigest: SHA256.hex(of: Array(source.text.utf8)), seed: plan.seed,
      overrides: plan.overrides.texts, files: schedule.files.flatMap { $0 })
  }
}

/// A run that was asked to stop, in the middle of a step.
struct Interruption: Error {}

extension StepFacts {
  fileprivate func setting(_ key: String) -> String? {
    settings.first { $0.key == key }?.value
  }
}
