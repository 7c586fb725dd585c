import Digest
import Foundation
import Language
import Notebook
import Report
import Results
import Testing

@Suite struct PageTests {
  /// A page with a bit of everything.
  static func whole() throws -> String {
    let steps = [
      Sample.step("load", nil, "mnist: data/mnist"), Sample.step("plot", "curve"),
      Sample.step("check"), Sample.step("predict"),
    ]
    let claim = CheckOutcome(sentence: "a", expression: "b", holds: true, evidence: [])
    let outcomes: [StepOutcome] = [
      [.table(StepTable(columns: [.init("a")], rows: [["1"]]))], [.figure(Sample.figure("c"))],
      [.checks([claim])], [.file(Sample.file("submission.csv", rows: 28_000))],
    ].map { .done(StepResult(values: [Field("n", .integer(7))], outputs: $0)) }
    let notebook = Sample.notebook(
      subtitle: [.text("d")], author: "e",
      [
        .heading(level: 2, anchor: "one", [.text("One")]), .step(0), .step(1),
        .heading(level: 2, anchor: "two", [.text("Two")]), .step(2), .step(3),
        .paragraph([.footnoteReference(label: "1"), .value(0)]),
        .footnote(label: "1", [.paragraph([.text("f")])]),
      ], steps: steps, values: [Sample.value("load.n")])
    let file = Provenance.InputFile(
      path: "data/a.gz", byteCount: 1234, digest: String(repeating: "0", count: 64))
    let results = Sample.results(
      outcomes, of: steps, values: [.text("7")], overrides: ["seed=3"],
      files: [file, file])
    return try Report(notebook, results, resultsJSON: "{\"load.n\": 7}\n").html
  }

  @Test func styleAndScriptAreTheOnesThatThePolicyAllows() throws {
    let page = try Self.whole()
    let policy = try #require(tags(of: page).first { $0["http-equiv"] != nil }?["content"])
    for name in ["style", "script"] {
      let text = try #require(between("<\(name)>", "</\(name)>", in: page))
      let hash = Data(SHA256.bytes(of: Array(text.utf8))).base64EncodedString()
      // The policy stands in an attribute, in which quotation marks are written out.
      #expect(policy.contains("\(name)-src 'sha256-\(hash)'"), "\(policy)")
      let others = page.ranges(of: "<script type=\"application/json\"").count
      #expect(page.ranges(of: "<\(name)").count == (name == "script" ? 1 + others : 1))
    }
    let rules = policy.split(separator: ";").map { $0.drop { $0 == " " } }
    #expect(
      rules.filter { !$0.contains("sha256") } == [
        "default-src 'none'", "img-src data:", "base-uri 'none'", "form-action 'none'",
      ])
    #expect(rules.count == 6)
  }

  @Test func aBrokenTemplateMakesNoReport() throws {
    let (notebook, results) = (Sample.notebook([]), Sample.results())
    let error = try #require(throws: ReportError.self) {
      try Report(notebook, results, resultsJSON: "{}", template: "{{#author}}")
    }
    #expect("\(error)".hasPrefix("the template of the page is broken ("))
    let plain = try Report(notebook, results, resultsJSON: "{}", template: "<h1>{{{title}}}</h1>")
    #expect(plain.html == "<h1>Digits</h1>")
  }

  @Test func nothingIsLoadedFromElsewhere() throws {
    for tag in tags(of: try Self.whole()) {
      #expect(tag["style"] == nil && tag["srcset"] == nil)
      #expect(tag.attributes.allSatisfy { !$0.name.hasPrefix("on") })
      #expect(!["link", "iframe", "object", "embed", "base", "form"].contains(tag.name))
      if let source = tag["src"] { #expect(source.hasPrefix("data:image/")) }
    }
    let style = try #require(between("<style>", "</style>", in: try Self.whole()))
    #expect(
      !style.replacing("url(\"#page:dark\")", with: "").contains("url(")
        && !style.contains("@import"))
  }

  @Test func linksLeadToPlacesThatThereAreOnce() throws {
    let tags = tags(of: try Self.whole())
    let places = tags.compactMap { $0["id"] }
    #expect(Set(places).count == places.count)
    let labels = tags.compactMap { $0["aria-labelledby"] }
    let links = tags.compactMap { $0["href"] }.filter { $0.hasPrefix("#") }
    #expect(links.count > 5)
    for place in links.map({ String($0.dropFirst()) }) + labels {
      #expect(places.contains(place))
    }
  }

  @Test func theSameInputsGiveTheSamePage() throws {
    #expect(try Self.whole() == Self.whole())
  }

  @Test func landmarksAndTitle() throws {
    let page = try Self.whole()
    for tag in ["<header>", "<nav ", "<main ", "<footer ", "<h1>Digits</h1>", "<html lang=\"en\">"]
    {
      #expect(page.ranges(of: tag).count == 1, "\(tag)")
    }
    #expect(page.contains("<title>Digits</title>"))
    #expect(page.contains("<meta name=\"author\" content=\"e\">"))
    #expect(page.contains("<a class=\"skip\" href=\"#page:content\">"))
  }

  @Test func thePageItselfIsSmall() throws {
    #expect(try Report.page([]).utf8.count < 40_000)
  }

  // MARK: - The colophon

  @Test func theCommandQuotesWhatAShellWouldChange() throws {
    let results = Sample.results(overrides: ["seed=3", "train.layers=[10 relu]", "a.b=it's"])
    let page = try Report(Sample.notebook([]), results, resultsJSON: "{}").html
    #expect(
      page.contains(
        "<code>daybook run notebooks/digits.md --set seed=3 "
          + "--set &#39;train.layers=[10 relu]&#39; --set &#39;a.b=it&#39;\\&#39;&#39;s&#39;</code>"
      ))
  }

  @Test(arguments: [
    ("digits.md", "digits.md"), ("notebooks/digits.md", "notebooks/digits.md"),
    ("my notes/digits.md", "&#39;my notes/digits.md&#39;"), ("-v.md", "./-v.md"),
  ])
  func theCommandNamesTheNotebookFromWhereItWasRun(_ path: String, _ word: String) throws {
    let results = Sample.results(notebookPath: path)
    let page = try Report(Sample.notebook([]), results, resultsJSON: "{}").html
    #expect(page.contains("<code>daybook run \(word)</code>"))
    #expect(page.contains("<dt>Notebook</dt><dd>digits.md, "))
  }

  @Test func valuesComeOutOfThePageAsTheyWere() throws {
    let json = #"{"a":"</script><!-- \\u003c \n","b":["\"<"]}"#
    let page = try Report(Sample.notebook([]), Sample.results(), resultsJSON: json).html
    #expect(page.ranges(of: "<!--").isEmpty)
    let values = try #require(PageRecord.results(of: page))
    #expect(String(decoding: values, as: UTF8.self) == json)
  }

  @Test func theColophonHoldsNotebookResultsAndDigests() throws {
    let page = try Self.whole()
    let links = tags(of: page).filter { $0["download"]?.isEmpty == false }
    let contents = links.map { link in
      let text = link["href"]?.split(separator: ",").last ?? ""
      return Data(base64Encoded: String(text)).map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(links.map { $0["download"] } == ["digits.md"])
    #expect(contents.first == "---\ntitle: Digits\n---\n")
    let results = try #require(PageRecord.results(of: page))
    #expect(String(decoding: results, as: UTF8.self).contains("{\"load.n\":7}"))
    #expect(page.contains("<span data-file=\"page:results\">results.json</span>"))
    #expect(page.ranges(of: "\(String(repeating: "0", count: 64))  data/a.gz").count == 1)
    #expect(page.contains("Daybook 0.1.0, seed 0"))
    #expect(page.contains("data/<wbr>a.gz, <span class=\"size\">1,234 bytes</span>"))
  }
}
