import Plan

extension Execution {
  /// What a run would do with each step, in words.
  var intentions: [(step: String, what: String)] {
    let wanted = wantedSteps
    return plan.steps.map { step in
      (step.name, intention(step, isWanted: wanted.contains(step.index)))
    }
  }

  private func intention(_ step: PlannedStep, isWanted: Bool) -> String {
    if step.kind == .check { return "judged anew" }
    if let failure = schedule.failures[step.index] { return "fails: \(failure.message)" }
    guard schedule.facts[step.index] != nil else { return "not reached" }
    if isStored(step) { return "unchanged" }
    return isWanted ? "runs: \(reason(for: step))" : "left out: \(reason(for: step))"
  }
}
