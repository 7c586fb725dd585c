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
  /// Every run of a sweep that failed, with what is set in it and why; of many the first ones.
  init(_ failures: [SweepBoard.Failure], of grid: SweepGrid, _ step: PlannedStep) {
    let most = 20
    let range = step.written.kindRange
    var diagnostics = failures.prefix(most).map { failure in
      Diagnostic(
        "step '\(step.id)': the run with \(grid.text(of: failure.run)) failed: "
          + failure.message, at: range, help: failure.help)
    }
    if failures.count > most {
      diagnostics.append(
        Diagnostic(
          "step '\(step.id)': \(failures.count) of \(grid.count) runs failed", at: range))
    }
    self.init(diagnostics)
  }
}
