import Expressions
import Notebook
import Plan
import Results

/// Finds what stands in the place of each inline value, by what the steps have come to.
struct InlineValueJudge {
  private let plan: Plan
  private let ledger: Ledger

  init(_ plan: Plan, _ ledger: Ledger) {
    self.plan = plan
    self.ledger = ledger
  }

  var outcomes: Outcomes<InlineValueID, InlineOutcome> {
    Outcomes(plan.inlineValues.map { ($0.id, outcome(of: $0)) })
  }

  private func outcome(of value: Plan.PlannedValue) -> InlineOutcome {
    guard value.steps.allSatisfy({ ledger.result(of: $0) != nil }) else { return .notRun }
    do {
      let result = try value.expression.evaluate(in: ledger.value(named:))
      return .text(try value.format.map { try $0.format(result) } ?? result.plainText)
    } catch let error as ExpressionError {
      return .failed(
        diagnostic: DiagnosticPrinter(source: plan.notebook.source).text(
          Diagnostic(error, in: value.range)))
    } catch {
      return .failed(diagnostic: "\(error)")
    }
  }
}
