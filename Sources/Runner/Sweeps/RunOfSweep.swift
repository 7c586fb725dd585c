import Expressions
import Notebook
import Plan
import Results

/// One run of a sweep, ready to be computed or to be taken from the store.
struct RunOfSweep: Sendable {
  /// Its place in the grid.
  let number: Int
  /// What is set in it, as people read it.
  let name: String
  private let plan: Plan
  private let unchanged: Set<StepID>
  private let schedule: Schedule
  private let measures: [SweepMeasure]

  /// - Parameter own: the schedule of the notebook's own run.
  init(
    _ number: Int, of runs: PlannedRuns, by planner: RunPlanner, beside own: Schedule,
    _ context: RunContext
  ) throws {
    let planned = runs.plan(of: number, by: planner)
    self.number = number
    name = runs.grid.text(of: number)
    plan = planned.plan
    unchanged = planned.unchanged
    schedule = Schedule(planned, beside: own, context)
    measures = runs.measures
    if let problem = planned.diagnostics.first {
      throw StepFailure(problem.message, help: problem.help)
    }
  }

  /// The steps of the notebook's own run that the run builds on.
  var shared: Set<StepID> {
    let taken = schedule.steps.filter { !unchanged.contains($0.id) }
      .flatMap { $0.planned.inputs.map(\.step) }
    let measured = measures.flatMap(\.steps)
    return Set(taken + measured).intersection(unchanged)
  }

  /// What was measured, where the results of all measured steps are stored.
  func stored(_ own: Ledger, _ context: RunContext) throws -> [Value]? {
    if let measured = measurement?.stored(context) { return measured }
    guard let values = try storedResults(own, context) else { return nil }
    measurement?.keep(values, context)
    return values
  }

  /// Where the numbers alone are stored, which are quicker to read than all results.
  private var measurement: Measurement? {
    Measurement(measures) { schedule[$0]?.facts?.key }
  }

  private func storedResults(_ own: Ledger, _ context: RunContext) throws -> [Value]? {
    var results: [String: StepResult] = [:]
    for id in Set(measures.flatMap(\.steps)) {
      guard let step = schedule[id],
        let result = unchanged.contains(id)
          ? own.result(of: id) : context.stored(step.planned, under: step.facts?.key)
      else { return nil }
      results[id.name] = result
    }
    return try values { results[$0] }
  }

  /// Whether the store has the results of all measured steps that are not the notebook's own.
  func isStored(_ context: RunContext) -> Bool {
    Set(measures.flatMap(\.steps)).subtracting(unchanged).allSatisfy { id in
      schedule[id].map { context.stored($0.planned, under: $0.facts?.key) != nil } ?? false
    }
  }

  /// Computes what is not stored, and measures it.
  func compute(_ shared: SharedSteps, _ context: RunContext) async throws -> [Value] {
    let ledger = Ledger(plan, context, schedule)
    // What other runs share may be a step that this one has otherwise.
    ledger.take(shared, of: unchanged)
    let steps = schedule.steps.filter { !unchanged.contains($0.id) }
      .map { $0.with(stored: context.stored($0.planned, under: $0.facts?.key)) }
    let wanted = steps.computed(for: Set(measures.flatMap(\.steps)))
    for step in steps {
      if context.isCancelled() { throw Interruption() }
      if let stored = step.stored {
        ledger[step.id] = .done(stored)
      } else if wanted.contains(step.id) {
        if let failure = step.failure { throw failure }
        let yield = try await step.work.run(ledger.inputs(of: step))
        try yield.result.expectNumbers()
        try step.expectUnchangedFiles(context)
        ledger.take(yield, of: step.id)
        step.keep(yield.result, context)
      }
    }
    let values = try values { ledger.result(of: StepID($0)) }
    measurement?.keep(values, context)
    return values
  }

  private func values(_ result: (String) -> StepResult?) throws -> [Value] {
    try measures.map { measure in
      do {
        let value = try measure.expression.evaluate { name in
          result(name).map { .record($0.values) }
        }
        if case .unknown(let reason) = value {
          throw StepFailure("\(measure.name) is not known: \(reason)", option: "measure")
        }
        return value
      } catch let failure as StepFailure {
        throw failure
      } catch {
        throw StepFailure("\(measure.name): \(error)", option: "measure")
      }
    }
  }
}
