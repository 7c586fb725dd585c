package import Plan
import Results

extension Runner {
  /// The runs of a sweep that the store does not have, with what is set in each.
  ///
  /// - Parameter sweep: the name of a step; `nil` where it owns no runs.
  package func missingRuns(of sweep: String, in plan: Plan) -> [(run: Int, name: String)]? {
    guard let runs = plan.step(named: sweep)?.declaration.runs else { return nil }
    return Execution(plan, Slice(all: plan), context(of: plan)).missing(of: runs)
  }

  /// Does one run of a sweep and stores it, with what it builds on.
  ///
  /// - Returns: whether it is stored; observers have been told why not.
  package func compute(run: Int, of sweep: String, in plan: Plan) async throws -> RunOutcome {
    guard let step = plan.step(named: sweep), let runs = step.declaration.runs,
      (0..<runs.grid.count).contains(run)
    else { return .failed("the sweep has no run \(run)") }
    var execution = Execution(plan, Slice(inputsOf: step), context(of: plan))
    return await execution.compute(run: run, of: step, runs)
  }

  /// What became of a run.
  package enum RunOutcome: Sendable, Equatable {
    case stored
    /// It is done, and the store does not have it.
    case lost
    case interrupted
    /// With the reason, as a terminal shows it.
    case failed(String)
  }
}
