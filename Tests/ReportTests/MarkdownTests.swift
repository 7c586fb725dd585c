import Language
import Mathematics
import Notebook
import Report
import Results
import Testing

@Suite struct MarkdownTests {
  private static func markdown(
    _ blocks: [Block], steps: [Step] = [], outputs: [Output] = [],
    values: [(InlineValue, InlineOutcome)] = []
  ) -> MarkdownReport {
    let notebook = Sample.notebook(blocks, steps: steps, values: values.map(\.0))
    let results = Sample.results(
      steps.map { _ in .done(StepResult(outputs: outputs)) }, of: steps, values: values.map(\.1))
    return MarkdownReport(notebook, results) { "figures/\($0).png" }
  }

  @Test func textIsWhatItSays() {
    let report = Self.markdown(
      [
        .heading(level: 1, anchor: "a", [.text("1. *A*")]),
        .paragraph([.text("# 3 < 4 & $5 [x] a_b "), .value(0), .code("a`b")]),
        .paragraph([.text("- no list")]), .paragraph([.text("12. no list")]),
      ], values: [(Sample.value("x"), .text("1|2"))])
    #expect(report.markdown.hasPrefix("# Digits\n\n## 1\\. \\*A\\*\n\n"))
    #expect(
      report.markdown.contains("\n\n\\# 3 &lt; 4 &amp; \\$5 \\[x\\] a\\_b 1\\|2``a`b``\n\n"))
    #expect(report.markdown.contains("\n\n\\- no list\n\n12\\. no list\n\n"))
  }

  @Test func blocksAreGitHubs() throws {
    let report = Self.markdown([
      .formula(try Formula("\\frac{a}{b}", isDisplayed: true)),
      .paragraph([.formula(try Formula("x^2"))]),
      .table(
        Block.ProseTable(
          alignments: [.left, .right], header: [[.text("a")], [.text("b")]],
          rows: [[[.text("1")], [.text("2")]]])),
      .list(
        Block.List(
          start: nil, isTight: true,
          items: [Block.Item(isDone: true, blocks: [.paragraph([.text("done")])])])),
      .quote([.paragraph([.text("q")])]),
      .paragraph([.footnoteReference(label: "1")]),
      .footnote(label: "1", [.paragraph([.text("n")]), .paragraph([.text("m")])]),
    ])
    #expect(report.markdown.contains("```math\n\\frac{a}{b}\n```\n\n$`x^2`$\n\n"))
    #expect(report.markdown.contains("| a | b |\n| :-- | --: |\n| 1 | 2 |\n\n- [x] done\n\n> q"))
    #expect(report.markdown.contains("\n\n[^1]\n\n[^1]: n\n\n    m\n\n---"))
  }

  @Test func cellsEndWhereTheyEnd() throws {
    let cells: [[Inline]] = [
      [.code("a | b")], [.formula(try Formula("|x|"))], [.text("c |\u{301} d")],
      [.link(destination: LinkAddress([.text("e|f")]), title: "", [.text("g")])],
    ]
    let table = Block.ProseTable(
      alignments: cells.map { _ in .none }, header: cells.map { _ in [.text("h")] }, rows: [cells])
    let report = Self.markdown([.table(table), .paragraph([.code("a | b")])])
    #expect(
      report.markdown.contains(
        "\n| `a \\| b` | $`\\|x\\|`$ | c \\|\u{301} d | [g](e%7Cf) |\n\n`a | b`\n"),
      "\(report.markdown)")
  }

  @Test("A dark figure has a name that no step can have")
  func darkNames() {
    let steps = [Sample.step("plot", "a"), Sample.step("plot", "a-dark")]
    let report = Self.markdown(
      [.step(0), .step(1)], steps: steps, outputs: [.figure(Sample.figure("A line."))])
    #expect(report.files.map(\.path) == ["figures/a.dark.png", "figures/a-dark.dark.png"])
  }

  @Test func figuresAreFilesAndTablesHaveNumbers() {
    let step = Sample.step("evaluate", "dev", caption: [.text("Mine.")])
    let table = StepTable(
      caption: "Scores", columns: [.init("class", .left), .init("n")], rows: [["0", "10"]])
    let report = Self.markdown(
      [.step(0)], steps: [step], outputs: [.figure(Sample.figure("A <line>.")), .table(table)])
    #expect(report.files.map(\.path) == ["figures/dev.dark.png"])
    #expect(
      report.markdown.contains(
        "<source media=\"(prefers-color-scheme: dark)\" srcset=\"figures/dev.dark.png\">"))
    #expect(report.markdown.contains("alt=\"A &lt;line&gt;.\""))
    #expect(report.markdown.contains("**Figure 1.** Mine."))
    #expect(
      report.markdown.contains("**Table 1.** Scores.\n\n| class | n |\n| :-- | --: |\n| 0 | 10 |"))
  }

  @Test("A caption stands alone where nothing is shown that it could stand with, and below a pad")
  func loneCaptions() {
    let step = Sample.step("train", caption: [.text("Mine.")])
    #expect(Self.markdown([.step(0)], steps: [step], outputs: []).markdown.contains("\n\nMine.\n"))
  }
}
