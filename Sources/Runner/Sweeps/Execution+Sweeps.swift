import Plan
import Results

extension Execution {
  /// The runs of a sweep that the store does not have.
  func missing(of runs: PlannedRuns) -> [(run: Int, name: String)] {
    let planner = RunPlanner(plan)
    ledger.takeStored()
    return (0..<runs.grid.count).compactMap { number in
      let run = try? RunOfSweep(number, of: runs, by: planner, beside: schedule, context)
      let isStored = (try? run?.stored(ledger, context)) != nil
      return isStored ? nil : (run: number, name: runs.grid.text(of: number))
    }
  }

  /// Does one run of a sweep, with what it builds on.
  mutating func compute(run number: Int, of step: PlannedStep, _ runs: PlannedRuns) async
    -> Runner.RunOutcome
  {
    await performInOrder()
    if isInterrupted { return .interrupted }
    let failures = step.inputs.compactMap { input -> String? in
      if case .failed(let diagnostic)? = ledger[input.step] { diagnostic } else { nil }
    }
    if let failure = failures.first { return .failed(failure) }
    do {
      let run = try RunOfSweep(
        number, of: runs, by: RunPlanner(plan), beside: schedule, context)
      let shared = try await SharedSteps(run.shared, of: ledger)
      _ = try await run.compute(shared, context)
      return run.isStored(context) ? .stored : .lost
    } catch is Interruption {
      return .interrupted
    } catch {
      if context.isCancelled() { return .interrupted }
      let failure = StepFailure(error)
      return .failed(
        "error: \(runs.grid.text(of: number)): \(failure.message)"
          + (failure.help.map { "\n  \($0)" } ?? ""))
    }
  }
}
