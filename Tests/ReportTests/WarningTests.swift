import Language
import Notebook
import Report
import Results
import Testing

/// What readers ought to know of a step's result stands in the step.
@Suite struct WarningTests {
  private let step = Sample.step("train", "net")
  private let result = StepResult(
    warnings: [StepWarning("the loss <ends> above its start", help: "try another rate")])

  @Test("A step shows what is to be known of it, without advice for the author")
  func shownInTheStep() throws {
    let cell = try Report.cell(step, .done(result))
    #expect(
      cell.contains(
        "<p class=\"warning\"><strong>Warning:</strong> the loss &lt;ends&gt; above its start.</p>")
    )
    #expect(!cell.contains("another rate"))
    #expect(try !Report.cell(step, []).contains("warning"))
  }

  @Test("A run with warnings is complete, unless they are as bad as errors")
  func strict() throws {
    let results = Sample.results([.done(result)], of: [step])
    #expect(results.isComplete)
    let strict = RunResults(
      steps: results.steps, inlineValues: results.inlineValues, provenance: results.provenance,
      isStrict: true)
    #expect(!strict.isComplete)
    let page = try Report(
      Sample.notebook([.step(0)], steps: [step]), strict, resultsJSON: "{}"
    ).html
    #expect(page.contains("<strong>This run was asked to take warnings as errors.</strong>"))
    #expect(page.contains("<a href=\"#step:net\">A warning about net</a>"))
    #expect(page.contains("try another rate"))
  }
}
