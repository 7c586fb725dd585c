import Notebook
import Report
import Results
import Testing

@Suite struct FailedPageTests {
  static let path = "/somewhere/on/a machine/digits.md"

  static func page(_ outcomes: [StepOutcome], values: [InlineOutcome] = []) -> String {
    let steps = outcomes.indices.map { Sample.step("plot", "figure-\($0 + 1)", "show: weights") }
    let sample = Sample.notebook(
      [.paragraph(values.indices.map { .value($0) })] + outcomes.indices.map { .step($0) },
      steps: steps, values: values.map { _ in Sample.value("a.b") })
    let notebook = Notebook(
      source: SourceFile(path: path, text: ""), frontMatter: sample.frontMatter,
      blocks: sample.blocks, steps: steps, inlineValues: sample.inlineValues)
    return Report(notebook, Sample.results(outcomes, values: values), resultsJSON: "{}").html
  }

  static let good = StepOutcome.done(StepResult(outputs: [.figure(Sample.figure("a"))]))

  @Test func aCompleteRunHasNoBanner() {
    let page = Self.page([Self.good])
    #expect(!page.contains("class=\"banner\""))
    #expect(page.contains("<title>Digits</title>"))
  }

  @Test func aFailedStepIsOneClickAway() throws {
    let page = Self.page([
      Self.good, .failed(diagnostic: "\(Self.path):4:1: error: no <such> value"), .notRun, .notRun,
    ])
    let banner = try #require(between("<section class=\"banner\"", "</section>", in: page))
    let diagnostic = """
      <pre class="diagnostic">digits.md:4:1: error: no &lt;such&gt; value</pre>
      """
    #expect(banner.contains("<a href=\"#step:figure-2\">Step figure-2 failed</a>\n\(diagnostic)"))
    #expect(banner.contains("<p>2 steps did not run.</p>"))
    #expect(page.contains("<title>Not complete: Digits</title>"))
    #expect(page.contains("<div class=\"step failed\" id=\"step:figure-2\">"))
    #expect(page.ranges(of: diagnostic).count == 2)
    #expect(page.ranges(of: "<div class=\"step not-run\"").count == 2)
    #expect(page.ranges(of: "<span class=\"mark\">not run</span>").count == 2)
    #expect(!page.contains("somewhere"))
  }

  @Test func aClaimThatDoesNotHoldIsNamed() throws {
    let claims = [true, false].map {
      CheckOutcome(
        sentence: "It \($0)", expression: "a.b", holds: $0,
        evidence: [.init(expression: "a.b", value: "7")])
    }
    let page = Self.page([.done(StepResult(outputs: [.checks(claims)]))])
    let banner = try #require(between("<section class=\"banner\"", "</section>", in: page))
    #expect(banner.contains("href=\"#step:figure-1\">A claim of figure-1 does not hold</a>"))
    #expect(banner.contains("✗ It false\n  a.b\n  a.b = 7</pre>"))
  }

  @Test func valuesThatAreMissingSaySo() throws {
    let page = Self.page([.notRun], values: [.notRun, .failed(diagnostic: "division by zero")])
    #expect(page.contains("title=\"a.b\">not run</span>"))
    let banner = try #require(between("<section class=\"banner\"", "</section>", in: page))
    #expect(banner.contains("<a href=\"#value:2\">The value a.b failed</a>"))
    #expect(page.contains("id=\"value:2\" title=\"a.b\">failed</span>"))
  }

  @Test func filesOfAnEarlierRunAreNotLinked() {
    let file = Output.file(Sample.file("submission.csv", rows: 28_000))
    let page = Self.page([.done(StepResult(outputs: [file])), .notRun])
    #expect(!page.contains("./submission.csv") && page.contains("<b>submission.csv</b>"))
  }
}
