import Notebook
import Plan
import Results

extension WorkFinder {
  func visit(_ sweep: Sweep) -> any StepWork { SweepWork(sweep: sweep) }
}

/// Does the runs of a sweep that are not stored, and gathers what all of them measure.
struct SweepWork: StepWork {
  let sweep: Sweep

  func run(_ inputs: StepInputs) async throws -> Yield {
    let runs = PlannedRuns(sweep.grid, sweep.measures)
    var round = SweepRound(runs, inputs)
    try round.takeStored()
    try await round.computeMissing()
    guard round.failures.isEmpty else {
      throw StepFailure(round.failures, of: sweep.grid, inputs.step)
    }
    let values = SweepValues(sweep, round.values.map { $0 ?? [] })
    return Yield(StepResult(values: values.fields, outputs: values.tables.map(Output.table)))
  }
}

extension StepFailure {
  /// Why runs of a sweep failed, with what is set in those that failed alike; of many the first ones.
  init(_ failures: [SweepBoard.Failure], of grid: SweepGrid, _ step: PlannedStep) {
    let most = 20
    let groups = FailedRuns.groups(failures, of: grid)
    var diagnostics = groups.prefix(most).map { group in
      Diagnostic(
        "step '\(step.id)': \(group.name) failed: \(group.message)",
        at: group.place ?? step.written.kindRange, help: group.help)
    }
    if groups.count > most {
      diagnostics.append(
        Diagnostic(
          "step '\(step.id)': \(failures.count) of \(grid.count) runs failed",
          at: step.written.kindRange))
    }
    self.init(diagnostics)
  }
}
