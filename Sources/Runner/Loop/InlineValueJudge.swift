import Expressions
import Notebook
import Plan
import Results

/// Finds what stands in the place of each inline value, by what the steps have come to.
struct InlineValueJudge {
  let outcomes: Outcomes<InlineValueID, InlineOutcome>
  /// Why values cannot be computed, in the order of the notebook.
  let problems: [Diagnostic]

  init(_ plan: Plan, _ ledger: Ledger) {
    let printer = DiagnosticPrinter(source: plan.notebook.source)
    var problems: [Diagnostic] = []
    outcomes = Outcomes(
      plan.inlineValues.map { value in
        do {
          return (value.id, try Self.outcome(of: value, ledger))
        } catch {
          let problem =
            (error as? ExpressionError).map { Diagnostic($0, in: value.places) }
            ?? Diagnostic("\(error)", at: value.places.range(of: 0..<1))
          problems.append(problem)
          return (value.id, .failed(diagnostic: printer.text(problem)))
        }
      })
    self.problems = problems
  }

  /// The text of a value, unless a step that it names did not run.
  private static func outcome(of value: Plan.PlannedValue, _ ledger: Ledger) throws
    -> InlineOutcome
  {
    guard value.steps.allSatisfy({ ledger.result(of: $0) != nil }) else { return .notRun }
    let result = try value.expression.evaluate(in: ledger.value(named:))
    let text = try value.format.map { try $0.format(result) } ?? result.plainText
    return .text(text, ValueFacts(result))
  }
}
