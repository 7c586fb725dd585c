import Notebook
import Plan
import Results

// What a run tells of what went wrong, and of what is to be known of its results: each in its place.

extension Execution {
  /// Why a step could not finish.
  func diagnostics(_ error: any Error, of step: ScheduledStep) -> [Diagnostic] {
    StepFailure(error).diagnostics(of: step.planned, in: plan)
  }

  /// Diagnostics as a terminal shows them, without a line end after the last.
  func printed(_ diagnostics: [Diagnostic]) -> String {
    let printer = DiagnosticPrinter(source: plan.notebook.source)
    return diagnostics.map(printer.text).joined(separator: "\n")
  }

  /// What is wrong with what a step came to: why it could not finish, or its claims that do not hold.
  func problems(of step: PlannedStep) -> [Diagnostic] {
    if let failures = ledger.failures[step.id] { return failures }
    return ledger.result(of: step.id).map { result in
      result.outputs.flatMap { output -> [Diagnostic] in
        guard case .checks(let claims) = output else { return [] }
        return claims.filter { !$0.holds }.map(Diagnostic.init(failed:))
      }
    } ?? []
  }

  /// What is wrong with steps that are done at the end: observers have been told of the rest.
  var untold: [Diagnostic] { schedule.steps(.atTheEnd).map(\.planned).flatMap(problems) }

  /// What is to be known of a step's result, in its place.
  func warnings(of step: PlannedStep) -> [Diagnostic] {
    (ledger[step.id]?.warnings ?? []).map { $0.diagnostic(of: step, in: plan) }
  }

  func tellWarnings(of step: ScheduledStep) {
    for warning in warnings(of: step.planned) {
      context.observe(.doubted(step.planned, diagnostic: printed([warning])))
    }
  }
}
