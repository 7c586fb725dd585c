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
    var (outcomes, problems): ([CheckOutcome], [Diagnostic]) = ([], [])
    for claim in check.claims {
      do {
        let verdict = try claim.expression.evaluate(in: inputs.ledger.value(named:))
        outcomes.append(Self.outcome(of: claim, verdict, inputs.ledger))
      } catch {
        problems.append(Diagnostic(error, in: TextPlaces(claim.range)))
      }
    }
    guard problems.isEmpty else {
      throw StepFailure(problems + outcomes.filter { !$0.holds }.map(Diagnostic.init(failed:)))
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
      },
      place: .init(
        line: claim.range.start.line, column: claim.range.start.column,
        endColumn: claim.range.end.column))
  }
}

extension Diagnostic {
  /// That a claim does not hold, at its expression, with the values behind it.
  init(failed claim: CheckOutcome) {
    self.init(
      claim.complaint,
      at: claim.place.map { place in
        SourceRange(
          line: place.line, column: place.column, length: place.endColumn - place.column)
      }, help: claim.values)
  }
}
