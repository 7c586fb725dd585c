import Notebook
import Report
import Results
import Testing

@Suite struct FailedPageTests {
  static let path = "/somewhere/on/a machine/digits.md"

  static func page(_ outcomes: [StepOutcome], values: [InlineOutcome] = []) throws -> String {
    let steps = outcomes.indices.map { Sample.step("plot", "figure-\($0 + 1)", "show: weights") }
    let sample = Sample.notebook(
      [.paragraph(values.indices.map { .value($0) })] + outcomes.indices.map { .step($0) },
      steps: steps, values: values.map { _ in Sample.value("a.b") })
    let notebook = Notebook(
      source: SourceFile(path: path, text: ""), frontMatter: sample.frontMatter,
      blocks: sample.blocks, steps: steps, inlineValues: sample.inlineValues)
    return try Report(
      notebook, Sample.results(outcomes, of: steps, values: values), resultsJSON: "{}"
    )
    .html
  }

  static let good = StepOutcome.done(StepResult(outputs: [.figure(Sample.figure("a"))]))

  @Test func aCompleteRunHasNoBanner() throws {
    let page = try Self.page([Self.good])
    #expect(!page.contains("class=\"banner\""))
    #expect(page.contains("<title>Digits</title>"))
  }

  @Test func aFailedStepIsOneClickAway() throws {
    let page = try Self.page([
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
        evidence: [.init(expression: "a.b", value: "7")],
        place: .init(line: 4, column: 12, endColumn: 15))
    }
    let page = try Self.page([.done(StepResult(outputs: [.checks(claims)]))])
    let banner = try #require(between("<section class=\"banner\"", "</section>", in: page))
    #expect(banner.contains("<strong>1 of 2 claims does not hold.</strong> Every step ran"))
    #expect(
      banner.contains(
        "href=\"#step:figure-1:claim-1-2\">Claim 2 of figure-1 does not hold</a>"))
    #expect(page.ranges(of: "<li class=\"fails\" id=\"step:figure-1:claim-1-2\">").count == 1)
    #expect(page.contains("<title>A claim fails: Digits</title>"))
    #expect(
      banner.contains(
        ">digits.md:4:12: error: this claim does not hold: It false\n  a.b = 7</pre>"))
  }

  @Test(arguments: [
    ([false], "1 of 1 claim does not hold."), ([false, false], "2 of 2 claims do not hold."),
    ([true, false, true], "1 of 3 claims does not hold."),
  ])
  func theBannerOpensWithTheClaimsThatFail(_ verdicts: [Bool], _ words: String) throws {
    let page = try Self.page([.done(StepResult(outputs: [.checks(verdicts.map(Self.claim))]))])
    #expect(page.contains("<p><strong>\(words)</strong> Every step ran"))
  }

  static func claim(_ holds: Bool) -> CheckOutcome {
    CheckOutcome(sentence: "a", expression: "b", holds: holds, evidence: [])
  }

  @Test func claimsDoNotHideThatAStepFailed() throws {
    let checks = Output.checks([Self.claim(false)])
    let page = try Self.page([
      .done(StepResult(outputs: [.figure(Sample.figure("a")), checks])),
      .failed(diagnostic: "no"),
    ])
    let banner = try #require(between("<section class=\"banner\"", "</section>", in: page))
    #expect(banner.contains("<strong>This run is not complete.</strong>"))
    #expect(banner.contains("href=\"#step:figure-1:claim-2-1\""))
    #expect(banner.contains("href=\"#step:figure-2\""))
  }

  @Test func theColophonPromisesOnlyWhatIsTrue() throws {
    let complete = try Self.page([Self.good])
    #expect(
      complete.contains("other numbers are its author’s")
        && complete.contains("give the same page"))
    for failed in [
      [.failed(diagnostic: "no")], [.done(StepResult(outputs: [.checks([Self.claim(false)])]))],
    ] as [[StepOutcome]] {
      let page = try Self.page(failed)
      #expect(
        !page.contains("other numbers are its author’s")
          && !page.contains("give the same page"))
      #expect(page.contains("the same command gives this same failed run:"))
    }
  }

  @Test func valuesThatAreMissingSaySo() throws {
    let page = try Self.page([.notRun], values: [.notRun, .failed(diagnostic: "division by zero")])
    #expect(page.contains("title=\"a.b\">not run</span>"))
    let banner = try #require(between("<section class=\"banner\"", "</section>", in: page))
    #expect(banner.contains("<a href=\"#value:2\">The value a.b failed</a>"))
    #expect(page.contains("id=\"value:2\" title=\"a.b\">failed</span>"))
  }

  @Test func filesOfAnEarlierRunAreNotLinked() throws {
    let file = Output.file(Sample.file("submission.csv", rows: 28_000))
    let page = try Self.page([.done(StepResult(outputs: [file])), .notRun])
    #expect(!page.contains("./submission.csv") && page.contains("<b>submission.csv</b>"))
  }
}
