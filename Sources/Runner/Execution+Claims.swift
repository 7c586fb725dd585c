import Expressions
import Notebook
import Plan
import Results

extension Execution {
  /// Judges every check whose values are all there, in order.
  mutating func judgeClaims() {
    for step in plan.steps {
      guard case .check(let check) = step.operation, canEvaluate(check) else { continue }
      outcomes[step.index] = judge(check)
    }
  }

  /// What stands in the place of each inline value.
  var inlineOutcomes: [InlineOutcome] {
    zip(plan.notebook.inlineValues, plan.inlineValues).map { written, value in
      guard value.steps.allSatisfy(isDone) else { return .notRun }
      do {
        let result = try value.expression.evaluate(in: self.value(named:))
        return .text(try value.format.map { try $0.format(result) } ?? result.plainText)
      } catch let error as ExpressionError {
        return .failed(diagnostic: diagnostic(error, in: written.expressionRange))
      } catch {
        return .failed(diagnostic: "\(error)")
      }
    }
  }

  private func isDone(_ index: Int) -> Bool {
    if case .done = outcomes[index] { true } else { false }
  }

  private func canEvaluate(_ check: Check) -> Bool {
    check.claims.allSatisfy { claim in
      claim.expression.stepNames.allSatisfy { value(named: $0.name) != nil }
    }
  }

  /// Judges each claim by itself: one that cannot be judged hides none that does not hold.
  private func judge(_ check: Check) -> StepOutcome {
    var (outcomes, problems): ([CheckOutcome], [String]) = ([], [])
    for claim in check.claims {
      do {
        let verdict = try claim.expression.evaluate(in: value(named:))
        outcomes.append(outcome(of: claim, verdict))
      } catch {
        problems.append(diagnostic(error, in: claim.range))
      }
    }
    guard problems.isEmpty else {
      let unmet = outcomes.filter { !$0.holds }.map { String($0.complaint.dropLast()) }
      return .failed(diagnostic: (problems + unmet).joined(separator: "\n"))
    }
    return .done(
      StepResult(
        values: [
          Field("claims", .integer(outcomes.count)),
          Field("held", .integer(outcomes.count { $0.holds })),
        ],
        outputs: [.checks(outcomes)]))
  }

  private func outcome(of claim: Check.Claim, _ verdict: Value) -> CheckOutcome {
    CheckOutcome(
      sentence: claim.sentence, expression: claim.text, holds: verdict == .boolean(true),
      evidence: claim.expression.evidence(in: value(named:)).map { name, value in
        .init(expression: name, value: value.briefText)
      })
  }

  private func diagnostic(_ error: ExpressionError, in range: SourceRange) -> String {
    let start = range.start.advanced(by: error.range.lowerBound)
    return DiagnosticPrinter(source: plan.notebook.source).text(
      Diagnostic(
        error.message,
        at: SourceRange(
          line: start.line, column: start.column, length: max(1, error.range.count)),
        help: error.help))
  }
}
