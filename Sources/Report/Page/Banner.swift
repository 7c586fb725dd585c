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
      switch notRun {
      case 0: ""
      case 1: "<p>\(phrase("One step did not run."))</p>\n"
      default: "<p>\(phrase("{} steps did not run.", grouped(notRun)))</p>\n"
      }
    return """
      <section class="banner" aria-label="\(phrase("Problems of this run"))">
      <p>\(opening)</p>
      <ul>
      \(problems.joined())</ul>
      \(rest)</section>

      """
  }

  /// What happened, in the first words: a run that reached its end is not called incomplete.
  private var opening: HTML {
    if results.failsByWarningsAlone {
      return opening("This run was asked to take warnings as errors.", "Every step ran.")
    }
    guard results.failsByClaimsAlone else {
      return opening("This run is not complete.", "The page shows what it reached.")
    }
    return opening(failedClaims, "Every step ran, and the page shows all that it found.")
  }

  private func opening(_ what: Words, _ rest: Words) -> HTML {
    "<strong>\(phrase(what))</strong> \(phrase(rest))"
  }

  private var failedClaims: Words {
    let (failed, all) = (results.claims.count { !$0.holds }, results.claims.count)
    if all == 1 { return "\(failed) of \(all) claim does not hold." }
    return failed == 1
      ? "\(failed) of \(grouped(all)) claims does not hold."
      : "\(grouped(failed)) of \(grouped(all)) claims do not hold."
  }

  private var stepProblems: [HTML] {
    notebook.steps.enumerated().flatMap { index, step -> [HTML] in
      switch results.outcome(of: StepID(step.name)) {
      case .failed(let diagnostic):
        let words = phrase("Step {} failed", step.name)
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
          phrase("Claim {} of {} does not hold", "\(offset + 1)", step.name),
          at: Anchor.claim(index, step, output: place, offset + 1), diagnostic: text(claim))
      }
    }
  }

  private var valueProblems: [HTML] {
    results.inlineValues.pairs.compactMap { id, outcome in
      guard case .failed(let diagnostic) = outcome else { return nil }
      return problem(
        phrase("The value {} failed", values.expression(id.number)), at: Anchor.value(id.number),
        diagnostic: diagnostic)
    }
  }

  private var warnings: [HTML] {
    notebook.steps.enumerated().flatMap { index, step -> [HTML] in
      results.outcome(of: StepID(step.name)).warnings.map { warning in
        problem(
          phrase("A warning about {}", step.name), at: Anchor.step(index, step),
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
