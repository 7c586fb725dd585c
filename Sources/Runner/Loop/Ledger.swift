import Notebook
import Plan
import Results

/// What the steps of a run have come to so far.
///
/// A class, since the works of steps add to it when they ask for what earlier ones hand on; it
/// stays within the one task of its run.
final class Ledger {
  private let plan: Plan
  private let context: RunContext
  let schedule: Schedule
  private var outcomes: [StepID: StepOutcome] = [:]
  /// Why steps could not finish.
  private(set) var failures: [StepID: [Diagnostic]] = [:]
  private var handOvers: [StepID: HandOver] = [:]

  init(_ plan: Plan, _ context: RunContext, _ schedule: Schedule) {
    self.plan = plan
    self.context = context
    self.schedule = schedule
  }

  /// What became of a step; `nil` for one that has not been reached.
  subscript(id: StepID) -> StepOutcome? {
    get { outcomes[id] }
    set { outcomes[id] = newValue }
  }

  /// The result of a step that is done.
  func result(of id: StepID) -> StepResult? {
    guard case .done(let result) = outcomes[id] else { return nil }
    return result
  }

  /// The values of the notebook's step of a name, as expressions see them: a record.
  func value(named name: String) -> Value? {
    result(of: StepID(name)).map { .record($0.values) }
  }

  /// Takes what a step has come to.
  func take(_ yield: Yield, of id: StepID) {
    outcomes[id] = .done(yield.result)
    handOvers[id] = yield.handOver
  }

  /// Takes every result that the store holds.
  func takeStored() {
    for step in schedule.steps {
      if let stored = step.stored { outcomes[step.id] = .done(stored) }
    }
  }

  /// Takes what some steps have come to in another run.
  func take(_ shared: SharedSteps, of ids: Set<StepID>) {
    for (id, step) in shared.steps where ids.contains(id) {
      outcomes[id] = .done(step.result)
      handOvers[id] = step.handOver
    }
  }

  /// Writes down why a step could not finish, and that as a terminal shows it.
  func fail(_ id: StepID, _ diagnostics: [Diagnostic], as text: String) {
    outcomes[id] = .failed(diagnostic: text)
    failures[id] = diagnostics
  }

  /// What a step hands on, made again where only its result was stored.
  func handOver(of id: StepID) async throws -> HandOver {
    if let known = handOvers[id] { return known }
    guard let step = schedule[id] else { throw StepFailure("there is no step '\(id)'") }
    let made = try await step.work.handOver(inputs(of: step))
    try step.expectUnchangedFiles(context)
    handOvers[id] = made
    return made
  }

  /// What the work of a step has at hand.
  func inputs(of step: ScheduledStep) -> StepInputs {
    StepInputs(
      step: step.planned, plan: plan, context: context, ledger: self, files: step.files,
      trainings: step.trainings(context))
  }
}
