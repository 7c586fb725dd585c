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
    guard round.failures.isEmpty else { throw failure(round.failures, inputs) }
    let values = SweepValues(sweep, round.values.map { $0 ?? [] })
    return Yield(StepResult(values: values.fields, outputs: values.tables.map(Output.table)))
  }

  /// Every run that failed, with what is set in it and why; of many the first ones.
  private func failure(_ failures: [SweepBoard.Failure], _ inputs: StepInputs) -> StepFailure {
    let most = 20
    let range = inputs.step.written.kindRange
    var diagnostics = failures.prefix(most).map { failure in
      Diagnostic(
        "step '\(inputs.step.id)': the run with \(sweep.grid.text(of: failure.run)) failed: "
          + failure.message, at: range, help: failure.help)
    }
    if failures.count > most {
      diagnostics.append(
        Diagnostic(
          "step '\(inputs.step.id)': \(failures.count) of \(sweep.grid.count) runs failed",
          at: range))
    }
    return StepFailure(diagnostics)
  }
}
