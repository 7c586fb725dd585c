import Mathematics
import Notebook
import Report
import Results
import Testing

@Suite struct ProseTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let blocks: [Block]
    let html: String

    init(_ name: String, _ blocks: [Block], _ html: String) {
      (self.name, self.blocks, self.html) = (name, blocks, html)
    }

    var testDescription: String { name }
  }

  private static let formula: Formula = {
    do { return try Formula("a<b") } catch { fatalError("\(error)") }
  }()

  static let paragraph = Block.paragraph([.text("a")])

  @Test(arguments: [
    Case("paragraph", [.paragraph([.text("a < b & c")])], "<p>a &lt; b &amp; c</p>\n"),
    Case(
      "emphasis",
      [.paragraph([.emphasis([.text("a")]), .strong([.text("b")]), .strikethrough([.text("c")])])],
      "<p><em>a</em><strong>b</strong><s>c</s></p>\n"),
    Case("code", [.paragraph([.code("a<b>")])], "<p><code>a&lt;b&gt;</code></p>\n"),
    Case(
      "breaks", [.paragraph([.text("a"), .softBreak, .text("b"), .lineBreak, .text("c")])],
      "<p>a\nb<br>\nc</p>\n"),
    Case(
      "tags of a pair", [.paragraph([.text("H"), .tagged(.sub, [.text("<2>")]), .text("O")])],
      "<p>H<sub>&lt;2&gt;</sub>O</p>\n"),
    Case(
      "formulas", [.paragraph([.formula(formula)]), .formula(formula)],
      """
      <p><math><mi>a</mi><mo>&lt;</mo><mi>b</mi></math></p>
      <div class="formula" role="group" tabindex="0" aria-label="Formula">
      <math><mi>a</mi><mo>&lt;</mo><mi>b</mi></math>
      </div>

      """),
    Case(
      "a value within an address",
      [
        .paragraph([
          .link(
            destination: LinkAddress([.text("https://a.org/?b="), .value(9), .text("#c")]),
            title: "", [.text("d")])
        ])
      ], "<p><a href=\"https://a.org/?b=not%20run#c\">d</a></p>\n"),
    Case(
      "heading", [.heading(level: 2, anchor: "a-b", [.text("A b")])],
      """
      <h2 id="a-b">A b<a class="anchor" href="#a-b" aria-hidden="true" tabindex="-1"></a></h2>

      """),
    Case("quote", [.quote([paragraph])], "<blockquote>\n<p>a</p>\n</blockquote>\n"),
    Case(
      "tight list",
      [.list(.init(start: nil, isTight: true, items: [.init(isDone: nil, blocks: [paragraph])]))],
      "<ul>\n<li>a\n</li>\n</ul>\n"),
    Case(
      "loose list from 3",
      [.list(.init(start: 3, isTight: false, items: [.init(isDone: nil, blocks: [paragraph])]))],
      "<ol start=\"3\">\n<li><p>a</p>\n</li>\n</ol>\n"),
    Case(
      "tasks",
      [.list(.init(start: nil, isTight: true, items: [.init(isDone: true, blocks: [paragraph])]))],
      """
      <ul class="tasks">
      <li><span class="task" role="img" aria-label="done:">☑\u{FE0E}</span> a
      </li>
      </ul>

      """),
    Case(
      "listing", [.listing(language: nil, text: "a\n  <b>\n")],
      """
      <div class="code"><pre role="group" tabindex="0" aria-label="Listing"><code>a
        &lt;b&gt;</code></pre></div>

      """),
    Case(
      "table",
      [
        .table(
          .init(
            alignments: [.none, .right, .centre],
            header: [[.text("a")], [.text("b")], [.text("c")]],
            rows: [[[.text("1")], [.code("2")], [.text("3")]]]))
      ],
      """
      <div class="scroll" role="group" tabindex="0" aria-label="Table">
      <table>
      <thead><tr><th scope="col">a</th><th scope="col" class="right">b</th>\
      <th scope="col" class="centre">c</th></tr></thead>
      <tbody>
      <tr><td>1</td><td class="right"><code>2</code></td><td class="centre">3</td></tr>
      </tbody>
      </table>
      </div>

      """),
    Case("thematic break", [.thematicBreak], "<hr>\n"),
    Case(
      "note that nobody wrote", [.paragraph([.footnoteReference(label: "x")])], "<p>[^x]</p>\n"),
  ])
  func blocks(_ test: Case) throws {
    #expect(try Report.text(test.blocks) == test.html)
  }

  @Test("A value carries its number, and tells its digits, its count and its interval")
  func factsOfValues() throws {
    let share = try #require(Proportion(count: 8419, of: 10_000))
    let html = try Report.text(
      [.paragraph([.value(0), .text(" "), .value(1)])],
      values: [
        (Sample.value("dev.accuracy", ".1%"), .text("84.2%", ValueFacts(.proportion(share)))),
        (Sample.value("dev.examples", ","), .text("10,000", ValueFacts(.integer(10_000)))),
      ])
    // Wilson's interval by statsmodels: proportion_confint(8419, 10000, method="wilson").
    #expect(
      html == """
        <p><data class="value" value="0.8419" title="dev.accuracy:.1%
        0.8419
        8,419 of 10,000
        95% interval 83.46% to 84.89%">84.2%</data> \
        <data class="value" value="10000" title="dev.examples:,">10,000</data></p>

        """)
  }

  @Test func inlineValues() throws {
    let html = try Report.text(
      [.paragraph([.value(0), .text(" "), .value(1), .text(" "), .value(2)])],
      values: [
        (Sample.value("dev.accuracy", ".2%"), .text("82.20%")),
        (Sample.value("train.loss"), .notRun),
        (Sample.value("1 / 0"), .failed(diagnostic: "…")),
      ])
    #expect(
      html == """
        <p><data class="value" value="82.20%" title="dev.accuracy:.2%">82.20%</data> \
        <span class="value missing" title="train.loss">not run</span> \
        <span class="value missing" id="value:3" title="1 / 0">failed</span></p>

        """)
  }

  @Test func notesHaveLinksThereAndBack() throws {
    let note = Inline.footnoteReference(label: "n")
    let html = try Report.text([
      .paragraph([.text("a"), note, note]), .footnote(label: "n", [.paragraph([.text("b")])]),
    ])
    #expect(
      html == """
        <p>a<sup class="note"><a href="#note:1" id="reference:1" aria-label="Note 1">1</a></sup>\
        <sup class="note"><a href="#note:1" id="reference:1:2" aria-label="Note 1">1</a></sup></p>
        <section class="notes" aria-labelledby="page:notes">
        <h2 id="page:notes">Notes</h2>
        <ol>
        <li id="note:1"><p>b <a class="back" href="#reference:1" aria-label="Back to the text">\
        ↩\u{FE0E}</a> <a class="back" href="#reference:1:2" aria-label="Back to the text (2)">\
        ↩\u{FE0E}</a></p></li>
        </ol>
        </section>

        """)
  }

  @Test(arguments: [
    ([2, 3, 2], [2, 3, 2]), ([1, 2, 3], [2, 3, 4]), ([2, 4, 6, 3], [2, 3, 4, 3]),
    ([3, 3, 2], [2, 2, 2]), ([6], [2]),
  ])
  func headingsGoDownOneLevelAtATime(_ written: [Int], _ shown: [Int]) throws {
    let blocks = written.enumerated().map {
      Block.heading(level: $0.element, anchor: "h\($0.offset)", [.text("h")])
    }
    let names = tags(of: try Report.text(blocks)).map(\.name)
    #expect(names.filter { $0.hasPrefix("h") } == shown.map { "h\($0)" })
  }

  @Test func contentsListSectionsAndSubsections() throws {
    let page = try Report.page(
      [
        .heading(level: 2, anchor: "a", [.text("A "), .value(0)]),
        .heading(level: 3, anchor: "b", [.emphasis([.text("B")])]),
        .heading(level: 4, anchor: "c", [.text("C")]),
        .heading(level: 2, anchor: "d", [.text("D")]),
      ], values: [(Sample.value("x"), .text("7"))])
    #expect(
      between("<summary>Contents</summary>\n", "</details>", in: page) == """
        <ol>
        <li><a href="#a">A 7</a>
        <ol>
        <li><a href="#b">B</a></li>
        </ol>
        </li>
        <li><a href="#d">D</a></li>
        </ol>

        """)
  }

  @Test func aSingleSectionNeedsNoContents() throws {
    let page = try Report.page([.heading(level: 2, anchor: "a", [.text("A")])])
    #expect(!page.contains("<nav"))
  }
}
