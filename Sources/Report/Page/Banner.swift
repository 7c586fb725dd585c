import Notebook
import Results

/// What stands above a report whose run is not complete: each problem, and the way to it.
struct Banner {
  let notebook: Notebook
  let results: RunResults
  let values: InlineValueTexts
  let diagnostics: DiagnosticText

  var html: HTML {
    let problems = stepProblems + valueProblems
    let notRun = results.steps.count { $0 == .notRun }
    let rest: HTML =
      notRun == 0
      ? "" : "<p>\(notRun == 1 ? "One step" : "\(grouped(notRun)) steps") did not run.</p>\n"
    return """
      <section class="banner" aria-label="Problems of this run">
      <p><strong>This run is not complete.</strong> The page shows what it reached.</p>
      <ul>
      \(problems.joined())</ul>
      \(rest)</section>

      """
  }

  private var stepProblems: [HTML] {
    zip(notebook.steps, results.steps).enumerated().compactMap { index, pair in
      let (step, outcome) = pair
      switch outcome {
      case .failed(let diagnostic):
        return problem(
          "Step \(step.name) failed", at: Anchor.step(index, step), diagnostic: diagnostic)
      case .done(let result):
        let failed = result.outputs.flatMap(Self.claims).filter { !$0.holds }
        guard !failed.isEmpty else { return nil }
        let subject = failed.count == 1 ? "A claim" : "\(grouped(failed.count)) claims"
        let verb = failed.count == 1 ? "does" : "do"
        return problem(
          "\(subject) of \(step.name) \(verb) not hold", at: Anchor.step(index, step),
          diagnostic: failed.map(Self.text).joined(separator: "\n"))
      case .notRun: return nil
      }
    }
  }

  private var valueProblems: [HTML] {
    results.inlineValues.enumerated().compactMap { index, outcome in
      guard case .failed(let diagnostic) = outcome else { return nil }
      return problem(
        "The value \(values.expression(index)) failed", at: Anchor.value(index),
        diagnostic: diagnostic)
    }
  }

  private func problem(_ words: String, at anchor: String, diagnostic: String) -> HTML {
    """
    <li><a href="#\(anchor)">\(words)</a>
    \(diagnostics.html(diagnostic))</li>

    """
  }

  private static func claims(_ output: Output) -> [CheckOutcome] {
    if case .checks(let claims) = output { claims } else { [] }
  }

  /// A claim that does not hold, in the words of the terminal.
  private static func text(_ claim: CheckOutcome) -> String {
    let values = claim.evidence.map { "\($0.expression) = \($0.value)" }.joined(separator: ", ")
    return "✗ \(claim.sentence)\n  \(claim.expression)" + (values.isEmpty ? "" : "\n  \(values)")
  }
}
