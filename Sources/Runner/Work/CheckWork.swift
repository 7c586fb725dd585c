import Expressions
import Notebook
import Plan
import Results

extension WorkFinder {
  func visit(_ check: Check) -> any StepWork { CheckWork(check: check) }
}

/// Judges claims, each by itself: one that cannot be judged hides none that does not hold.
struct CheckWork: StepWork {
  let check: Check

  func run(_ inputs: StepInputs) async throws -> Yield {
    let printer = DiagnosticPrinter(source: inputs.plan.notebook.source)
    var (outcomes, problems): ([CheckOutcome], [String]) = ([], [])
    for claim in check.claims {
      do {
        let verdict = try claim.expression.evaluate(in: inputs.ledger.value(named:))
        outcomes.append(Self.outcome(of: claim, verdict, inputs.ledger))
      } catch {
        problems.append(printer.text(Diagnostic(error, in: claim.range)))
      }
    }
    guard problems.isEmpty else {
      let unmet = outcomes.filter { !$0.holds }.map { String($0.complaint.dropLast()) }
      throw StepFailure(diagnostic: (problems + unmet).joined(separator: "\n"))
    }
    return Yield(
      StepResult(
        values: [
          Field("claims", .integer(outcomes.count)),
          Field("held", .integer(outcomes.count { $0.holds })),
        ],
        outputs: [.checks(outcomes)]))
  }

  private static func outcome(of claim: Check.Claim, _ verdict: Value, _ ledger: Ledger)
    -> CheckOutcome
  {
    CheckOutcome(
      sentence: claim.sentence, expression: claim.text, holds: verdict == .boolean(true),
      evidence: claim.expression.evidence(in: ledger.value(named:)).map { name, value in
        .init(expression: name, value: value.briefText)
      })
  }
}
