import Plan
import Results

/// The runs of a sweep as they are done in one run of its notebook.
struct SweepRound {
  struct Failure: Sendable {
    /// What is set in the run.
    let run: String
    let message: String
    let help: String?
  }

  private let runs: PlannedRuns
  private let inputs: StepInputs
  private let planner: RunPlanner
  /// What was measured of each run, as far as it is done.
  private(set) var values: [[Value]?]
  private(set) var failures: [Failure] = []

  init(_ runs: PlannedRuns, _ inputs: StepInputs) {
    self.runs = runs
    self.inputs = inputs
    planner = RunPlanner(inputs.plan)
    values = Array(repeating: nil, count: runs.grid.count)
  }

  /// Takes what the store has.
  mutating func takeStored() throws {
    for number in values.indices {
      if inputs.context.isCancelled() { throw Interruption() }
      do {
        values[number] = try run(number).stored(inputs.ledger, inputs.context)
      } catch {
        note(error, number)
      }
    }
  }

  /// Computes the others; one that fails keeps none from going on.
  mutating func computeMissing() async throws {
    let failed = Set(failures.map(\.run))
    let missing = try values.indices.filter { values[$0] == nil }.compactMap { number in
      let run = try run(number)
      return failed.contains(run.name) ? nil : run
    }
    guard !missing.isEmpty else { return }
    let shared = try await SharedSteps(
      missing.reduce(into: []) { $0.formUnion($1.shared) }, of: inputs.ledger)
    var progress = SweepProgress(
      total: runs.grid.count, stored: runs.grid.count - missing.count)
    for run in missing {
      progress.running = [.init(name: run.name)]
      inputs.context.observe(.swept(inputs.step, progress))
      do {
        values[run.number] = try await run.compute(shared, inputs.context)
      } catch is Interruption {
        throw Interruption()
      } catch {
        note(error, run.number)
        progress.failed += 1
      }
      progress.finished += 1
    }
  }

  private func run(_ number: Int) throws -> RunOfSweep {
    try RunOfSweep(
      number, of: runs, by: planner, beside: inputs.ledger.schedule, inputs.context)
  }

  private mutating func note(_ error: any Error, _ number: Int) {
    let failure = error as? StepFailure ?? StepFailure("\(error)")
    failures.append(
      Failure(
        run: runs.grid.text(of: number), message: failure.message, help: failure.help))
  }
}
