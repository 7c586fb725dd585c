import Cache
import Digest
import Files
import Notebook
import Plan
import Results

/// One run of a plan, from its first step to its last inline value; it knows no kind of step.
struct Execution {
  let plan: Plan
  private let slice: Slice
  let context: RunContext
  let schedule: Schedule
  let ledger: Ledger
  private var lastRun: LastRun
  private var records: [RunRecord.StepRecord] = []
  private(set) var isInterrupted = false

  init(_ plan: Plan, _ slice: Slice, _ context: RunContext) {
    self.plan = plan
    self.slice = slice
    self.context = context
    schedule = Schedule(plan, context)
    ledger = Ledger(plan, context, schedule)
    lastRun = LastRun(of: plan.notebook.source.path, in: context.store)
  }

  mutating func run() async -> Run {
    let clock = ContinuousClock()
    let began = clock.now
    await performInOrder()
    lastRun.keep(for: plan.notebook.source.path, in: context.store)
    await performAtTheEnd()
    let judge = InlineValueJudge(plan, ledger)
    let results = RunResults(
      steps: Outcomes(plan.steps.map { ($0.id, ledger[$0.id] ?? .notRun) }),
      inlineValues: judge.outcomes, provenance: provenance, isStrict: context.isStrict)
    let record = RunRecord(
      steps: records, seconds: (clock.now - began).inSeconds, threads: context.threads)
    return Run(
      results: results, record: record, isInterrupted: isInterrupted, isPartial: isPartial,
      problems: plan.steps.flatMap(problems) + judge.problems,
      warnings: plan.steps.flatMap(warnings), untold: untold + judge.problems)
  }

  // MARK: - Steps

  mutating func performInOrder() async {
    let wanted = wantedSteps
    // Files of which the reading was stopped are not missing.
    isInterrupted = context.isCancelled()
    guard !isInterrupted, !failMissingFiles(of: wanted) else { return }
    let hasMisfit = failMisfits(of: wanted)
    for step in schedule.steps(.inOrder) {
      if context.isCancelled() { isInterrupted = true }
      if isInterrupted { break }
      if case .failed = ledger[step.id] { break }
      await perform(step, isWanted: !hasMisfit && wanted.contains(step.id))
      if case .failed = ledger[step.id] { break }
      // The whole of the files may tell more than their first rows did.
      if !hasMisfit, isReadNow(step), failMisfits(of: wanted) { break }
    }
  }

  /// Does every step of which the values that it names are all there, in order.
  private func performAtTheEnd() async {
    for step in schedule.steps(.atTheEnd)
    where step.planned.mentions.allSatisfy({ ledger.result(of: $0) != nil }) {
      do {
        ledger.take(try await step.work.run(ledger.inputs(of: step)), of: step.id)
        tellWarnings(of: step)
      } catch {
        note(error, of: step)
      }
    }
  }

  private mutating func perform(_ step: ScheduledStep, isWanted: Bool) async {
    let clock = ContinuousClock()
    let began = clock.now
    do {
      guard let (isStored, why) = try await settle(step, isWanted: isWanted) else { return }
      lastRun.steps[step.id.description] = step.facts
      let seconds = (clock.now - began).inSeconds
      records.append(
        .init(
          name: step.id.description, kind: step.planned.kind.name, seconds: seconds,
          isStored: isStored, why: why))
      let what = ledger.result(of: step.id).map {
        step.planned.declaration.accept(Accomplishment(result: $0))
      }
      context.observe(
        .finished(
          step.planned, seconds: seconds, isStored: isStored, why: why, what: what ?? ""))
      tellWarnings(of: step)
    } catch {
      // Whatever reads a file gives up with an error of its own where the run is asked to stop.
      if error is Interruption || context.isCancelled() {
        isInterrupted = true
      } else {
        fail(step, error)
      }
    }
  }

  /// Takes the step's result from the store, or computes and stores it; `nil` where neither is
  /// asked for.
  private func settle(_ step: ScheduledStep, isWanted: Bool) async throws
    -> (isStored: Bool, why: String)?
  {
    if let stored = step.stored {
      ledger[step.id] = .done(stored)
      return (true, "unchanged")
    }
    guard isWanted else { return nil }
    if let failure = step.failure { throw failure }
    let why = reason(for: step)
    context.observe(.began(step.planned, why: why))
    let yield = try await step.work.run(ledger.inputs(of: step))
    try yield.result.expectNumbers()
    try step.expectUnchangedFiles(context)
    ledger.take(yield, of: step.id)
    step.keep(yield.result, context)
    return (false, why)
  }

  func fail(_ step: ScheduledStep, _ error: any Error) {
    note(error, of: step)
    context.observe(.failed(step.planned, diagnostic: printed(ledger.failures[step.id] ?? [])))
  }

  /// Writes down why a step could not finish.
  private func note(_ error: any Error, of step: ScheduledStep) {
    let diagnostics = diagnostics(error, of: step)
    ledger.fail(step.id, diagnostics, as: printed(diagnostics))
  }

  // MARK: - What is to be done, and why

  /// The steps of the slice, and those that they need and the store does not have.
  private var wantedSteps: Set<StepID> {
    let asked = Set(plan.steps.filter { slice.contains($0) }.map(\.id))
    return asked.union(schedule.steps.computed(for: asked))
  }

  /// Why the step has to be computed, in words.
  private func reason(for step: ScheduledStep) -> String {
    guard context.store != nil, let facts = step.facts else { return "computed" }
    let last = lastRun.steps[step.id.description]
    if let start = step.work.resumption(ledger.inputs(of: step)) {
      // The last run is gone on from only where it differs in nothing but its length.
      let isLonger =
        last?.lineage == facts.lineage && last?.setting(start.option) == "\(start.done)"
      return isLonger
        ? "continues from \(start.done) to \(start.end) \(start.unit)"
        : "goes on from \(start.unit.dropLast()) \(start.done) of \(start.end)"
    }
    return Reason.text(facts, last: last)
  }

  /// What a run would do with each step, in words.
  var intentions: [(step: String, what: String)] {
    let wanted = wantedSteps
    return schedule.steps.map { step in
      (step.id.description, intention(step, isWanted: wanted.contains(step.id)))
    }
  }

  private func intention(_ step: ScheduledStep, isWanted: Bool) -> String {
    switch step.planned.kind.declaration.timing {
    case .atTheEnd: return "judged anew"
    case .inOrder: break
    }
    if let failure = step.failure { return "fails: \(failure.message)" }
    guard step.facts != nil else { return "not reached" }
    if step.stored != nil { return "unchanged" }
    return isWanted ? "runs: \(reason(for: step))" : "left out: \(reason(for: step))"
  }

  // MARK: - What is known of the run

  /// Whether steps were left out because only a part was asked for; nothing has failed.
  private var isPartial: Bool {
    let hasFailed = plan.steps.contains {
      if case .failed? = ledger[$0.id] { true } else { false }
    }
    return !hasFailed && schedule.steps(.inOrder).contains { ledger[$0.id] == nil }
  }

  private var provenance: Provenance {
    let source = plan.notebook.source
    return Provenance(
      version: context.version, notebookName: source.fileName,
      notebookPath: plan.readable.pathInProject(of: source.fileName),
      notebookDigest: SHA256.hex(of: Array(source.text.utf8)), seed: plan.seed,
      overrides: plan.overrides.texts, files: schedule.steps.flatMap(\.files))
  }
}
