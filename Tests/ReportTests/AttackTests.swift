import Language
import Notebook
import Report
import Results
import Testing

/// Text from notebooks, data and files never becomes markup, wherever it stands.
@Suite struct AttackTests {
  static let attacks = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "\" onmouseover=\"alert(1)", "\"\u{301} onload=\"a", "<\u{301}b>", "</title><script>",
    "</style><script>alert(1)</script>", "</script><script>alert(1)</script>", "--><b>",
    "{{{style}}}", "{{> page}}", "&lt;b&gt; &#34; onload=", "]]><b>", "</pre></code><b>",
    "\u{0}<b>\u{8}\u{FFFF}", "`<b>`", "</summary></details><b>", "# <b> // <b> \"<b>",
  ]

  /// A page on which a text stands in every place that takes one.
  static func page(_ text: String) throws -> String {
    // Control characters make an address that is refused, and so another page.
    let place = "#" + text.filter { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 } }
    let inlines: [Inline] = [
      .text(text), .code(text), .tagged(.kbd, [.text(text)]), .value(0), .value(1), .value(2),
      .emphasis([.text(text)]),
      .link(destination: LinkAddress([.text("x:" + text)]), title: text, [.text(text)]),
      .link(destination: LinkAddress([.text(place)]), title: "t" + text, [.text(text)]),
      .footnoteReference(label: text),
    ]
    let cell = Words.text(text)
    let table = StepTable(caption: cell, columns: [.init(cell)], rows: [[cell]])
    let figure = Figure(
      light: [], dark: [], width: 1, height: 1, alternativeText: text, data: table.written)
    let outputs: [Output] = [
      .table(table), .figure(figure),
      .file(OutputFile(name: text, contents: Array(text.utf8), digest: text)),
      .code(Listing(path: text, language: text, firstLine: 1, text: text)),
      .code(Listing(path: text, language: "swift", firstLine: 1, text: text)),
      .checks(
        [false, true].map {
          CheckOutcome(
            sentence: text, expression: text, holds: $0,
            evidence: [.init(expression: text, value: text)])
        }),
    ]
    let steps = ["load", "check", "plot", text].map {
      Sample.step($0, "a" + text, text, caption: inlines)
    }
    let notebook = Sample.notebook(
      title: inlines, subtitle: inlines, author: text, language: text,
      [
        .heading(level: 2, anchor: text, inlines), .heading(level: 2, anchor: "b", inlines),
        .paragraph(inlines), .quote([.paragraph([.text(text)])]),
        .listing(language: text, text: text),
        .listing(language: "yaml", text: text), .listing(language: "swift", text: text),
        .table(.init(alignments: [], header: [inlines], rows: [[inlines]])),
        .footnote(label: "n" + text, [.paragraph(inlines)]),
      ] + steps.indices.map { .step($0) },
      steps: steps, values: (0..<3).map { _ in Sample.value(text, text) })
    let outcomes: [StepOutcome] = [
      .done(StepResult(values: [Field(text, .text(text))], outputs: outputs)),
      .done(StepResult(outputs: outputs)), .failed(diagnostic: text), .notRun,
    ]
    let values: [InlineOutcome] = [.text(text), .failed(diagnostic: text), .notRun]
    let results = RunResults(
      steps: Outcomes(zip(steps, outcomes).map { (StepID($0.name), $1) }),
      inlineValues: Outcomes(values.enumerated().map { (InlineValueID($0), $1) }),
      provenance: Provenance(
        version: text, notebookName: text, notebookPath: text, notebookDigest: text, seed: 0,
        overrides: [text], files: [.init(path: text, byteCount: 1, digest: text)]))
    return try Report(notebook, results, resultsJSON: "{}").html
  }

  /// The page's tags, without those that colour code and the bare one behind a path's slash.
  static func skeleton(_ page: String) -> [Tag] {
    tags(of: page).filter {
      $0.name != "/span" && $0.description != "<span class>" && $0.description != "<wbr>"
    }
  }

  @Test(arguments: attacks)
  func textStaysText(_ attack: String) throws {
    let page = try Self.page(attack)
    #expect(Self.skeleton(page) == Self.skeleton(try Self.page("harmless")))
    // The page's own, and the values of the run, which no browser runs.
    #expect(page.ranges(of: "<script>").count == 1 && page.ranges(of: "<script").count == 2)
    #expect(!page.unicodeScalars.contains { $0.value == 0 || $0.value == 8 || $0.value == 0xFFFF })
  }

  @Test func theHarmlessPageHasEveryPlace() throws {
    #expect(try Self.page("harmless").ranges(of: "harmless").count > 150)
  }
}
