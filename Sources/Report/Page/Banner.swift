import Language
import Notebook
import Results

/// What stands above a report whose run is not complete: each problem, and the way to it.
struct Banner {
  let notebook: Notebook
  let results: RunResults
  let values: InlineValueTexts
  let diagnostics: DiagnosticText

  var html: HTML {
    let problems = stepProblems + valueProblems + (results.isStrict ? warnings : [])
    let notRun = results.steps.all.count { $0 == .notRun }
    let rest: HTML =
      notRun == 0
      ? "" : "<p>\(notRun == 1 ? "One step" : "\(grouped(notRun)) steps") did not run.</p>\n"
    return """
      <section class="banner" aria-label="Problems of this run">
      <p>\(opening)</p>
      <ul>
      \(problems.joined())</ul>
      \(rest)</section>

      """
  }

  /// What happened, in the first words: a run that reached its end is not called incomplete.
  private var opening: HTML {
    if results.failsByWarningsAlone {
      return "<strong>This run was asked to take warnings as errors.</strong> Every step ran."
    }
    guard results.failsByClaimsAlone else {
      return "<strong>This run is not complete.</strong> The page shows what it reached."
    }
    let claims = results.claims
    let failed = claims.count { !$0.holds }
    let verb = failed == 1 ? "does" : "do"
    return """
      <strong>\(grouped(failed)) of \(grouped(claims.count)) \(claims.count == 1 ? "claim" : "claims") \
      \(verb) not hold.</strong> Every step ran, and the page shows all that it found.
      """
  }

  private var stepProblems: [HTML] {
    notebook.steps.enumerated().flatMap { index, step -> [HTML] in
      switch results.outcome(of: StepID(step.name)) {
      case .failed(let diagnostic):
        let words = "Step \(step.name) failed"
        return [problem(words, at: Anchor.step(index, step), diagnostic: diagnostic)]
      case .done(let result): return claimProblems(index, step, result.outputs)
      case .notRun: return []
      }
    }
  }

  private func claimProblems(_ index: Int, _ step: Step, _ outputs: [Output]) -> [HTML] {
    outputs.enumerated().flatMap { place, output in
      output.claims.enumerated().filter { !$0.element.holds }.map { offset, claim in
        problem(
          "Claim \(offset + 1) of \(step.name) does not hold",
          at: Anchor.claim(index, step, output: place, offset + 1), diagnostic: text(claim))
      }
    }
  }

  private var valueProblems: [HTML] {
    results.inlineValues.pairs.compactMap { id, outcome in
      guard case .failed(let diagnostic) = outcome else { return nil }
      return problem(
        "The value \(values.expression(id.number)) failed", at: Anchor.value(id.number),
        diagnostic: diagnostic)
    }
  }

  private var warnings: [HTML] {
    notebook.steps.enumerated().flatMap { index, step -> [HTML] in
      results.outcome(of: StepID(step.name)).warnings.map { warning in
        problem(
          "A warning about \(step.name)", at: Anchor.step(index, step),
          diagnostic: phrase(warning.message) + (warning.help.map { "\n  \($0)" } ?? ""))
      }
    }
  }

  private func problem(_ words: String, at anchor: String, diagnostic: String) -> HTML {
    """
    <li><a href="#\(anchor)">\(words)</a>
    \(diagnostics.html(diagnostic))</li>

    """
  }

  /// A claim that does not hold, in its place, as a terminal shows it.
  private func text(_ claim: CheckOutcome) -> String {
    let range = claim.place.map { place in
      SourceRange(line: place.line, column: place.column, length: place.endColumn - place.column)
    }
    return DiagnosticPrinter(source: notebook.source).text(
      Diagnostic(claim.complaint, at: range, help: claim.values))
  }
}
