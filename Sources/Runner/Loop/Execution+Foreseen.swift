import Plan
import Results

// What is known to fail before it is computed.

extension Execution {
  /// Fails every step of which a file cannot be read, before anything is computed.
  func failMissingFiles(of wanted: Set<StepID>) -> Bool {
    var hasFailed = false
    for step in schedule.steps where wanted.contains(step.id) {
      guard let failure = step.failure else { continue }
      fail(step, failure)
      hasFailed = true
    }
    return hasFailed
  }

  /// Fails every step that is known to fail by what the data are, before it or any other is computed;
  /// where all is stored, nobody looks.
  func failMisfits(of wanted: Set<StepID>) -> Bool {
    let computed = schedule.steps(.inOrder).filter { step in
      step.stored == nil && wanted.contains(step.id) && ledger[step.id] == nil
    }
    guard !computed.isEmpty else { return false }
    let ids = Set(computed.map(\.id))
    let inspection = DataInspection(plan, context) { [schedule, ledger] id in
      ledger.result(of: id) ?? schedule[id]?.stored
    }
    let failures = inspection.failures.filter { ids.contains($0.step.id) }
    for (planned, failure) in failures {
      if let step = schedule[planned.id] { fail(step, failure) }
    }
    return !failures.isEmpty
  }

  /// Whether a step has read examples from files, and did not have their result from the store.
  func isReadNow(_ step: ScheduledStep) -> Bool {
    let declaration = step.planned.declaration
    let givesExamples = declaration.provides.contains {
      if case .set = $0 { true } else { false }
    }
    return givesExamples && !declaration.inputFiles.isEmpty && step.stored == nil
      && ledger.result(of: step.id) != nil
  }
}
