import Architecture
import Language
import Notebook
import Report
import Results
import Testing

@Suite struct StepTests {
  static let options = """
    <div class="code"><pre role="group" tabindex="0" aria-label="Options of step split"><code>\
    <span class="y">dev</span>: <span class="n">1000</span></code></pre></div>

    """

  @Test func methodsShowTheirOptions() throws {
    let table = StepTable(
      caption: "Rows of each set", columns: [.init("set", .left), .init("rows")],
      rows: [["dev", "1,000"]])
    let html = try Report.cell(Sample.step("split", nil, "dev: 1000"), [.table(table)])
    #expect(
      html == """
        <div class="step" id="step:split">
        <div class="cell">
        <p class="title"><b>split</b></p>
        \(Self.options)</div>
        <div class="output" id="table:split">
        <div class="scroll" role="group" tabindex="0" aria-label="Table 1">
        <table>
        <caption><b>Table 1.</b> Rows of each set.</caption>
        <thead><tr><th scope="col" class="left">set</th><th scope="col">rows</th></tr></thead>
        <tbody>
        <tr><th scope="row" class="left">dev</th><td>1,000</td></tr>
        </tbody>
        </table>
        </div>
        </div>
        </div>

        """)
  }

  @Test func figuresComeFirstAndOptionsOneClickAway() throws {
    let step = Sample.step(
      "plot", "curve", "show: learning-curve", caption: [.text("It "), .emphasis([.text("rises")])])
    let html = try Report.cell(step, [.figure(Sample.figure("Accuracy rises.", rows: 1))])
    #expect(html.contains("<figcaption><b>Figure 1.</b> It <em>rises</em></figcaption>"))
    let figure = try #require(html.firstRange(of: "<figure class=\"drawn\" id=\"figure:curve\">"))
    let data = try #require(
      html.firstRange(of: "<details class=\"data\" id=\"figure:curve:data\">"))
    let options = try #require(html.firstRange(of: "<details class=\"options\">"))
    #expect(figure.upperBound < data.lowerBound && data.upperBound < options.lowerBound)
    #expect(html.contains("<summary><b>plot</b> <span>curve</span></summary>"))
  }

  @Test("A caption stands alone where nothing is shown that it could stand with")
  func loneCaptions() throws {
    let words: [Inline] = [.text("Mine.")]
    let training = try Report.cell(Sample.step("train", caption: words), [])
    #expect(training.contains("</div>\n<p class=\"caption\">Mine.</p>\n"), "\(training)")
    let table = Output.table(StepTable(caption: "Own", columns: [.init("a")], rows: [["1"]]))
    let none = TableDisplay(tables: [], hidesAll: true)
    let hidden = try Report.cell(Sample.step("evaluate", caption: words, tables: none), [table])
    #expect(hidden.contains("<p class=\"caption\">Mine.</p>\n") && !hidden.contains("Own"))
    let captioned = TableDisplay(tables: [.captioned([.text("First.")])], hidesAll: false)
    let both = try Report.cell(
      Sample.step("evaluate", caption: words, tables: captioned), [table, table])
    #expect(both.contains("</b> First.</caption>") && both.contains("</b> Own.</caption>"))
    #expect(both.contains("<p class=\"caption\">Mine.</p>\n"))
    let shown = try Report.cell(Sample.step("evaluate", caption: words), [table])
    #expect(shown.contains("</b> Mine.</caption>") && !shown.contains("class=\"caption\""))
  }

  @Test func figuresComeInBothColours() throws {
    let html = try Report.cell(
      Sample.step("plot"), [.figure(Sample.figure("Accuracy rises.", isPictorial: true))])
    let images = tags(of: html).filter { $0.name == "img" }
    #expect(images.map { $0["class"] } == ["light", "dark"])
    #expect(images.map { $0["hidden"] != nil } == [false, true])
    // The words of both, once.
    #expect(images.map { $0["alt"] } == ["Accuracy rises.", ""])
    for image in images {
      #expect(image["width"] == "640")
      #expect(image["height"] == "360")
      #expect(image["src"]?.hasPrefix("data:image/png;base64,iVBORw0KGgo") == true)
    }
    #expect(html.contains("<figcaption><b>Figure 1.</b> Accuracy rises.</figcaption>"))
  }

  @Test("What is drawn in the colours of the page stands in it once, and again for a phone")
  func drawnFiguresStandInThePageOnce() throws {
    let html = try Report.cell(
      Sample.step("plot"), [.figure(Sample.figure("Accuracy rises.", isNarrowToo: true))])
    #expect(tags(of: html).filter { $0.name == "img" }.map { $0["class"] } == ["light"])
    let sources = tags(of: html).filter { $0.name == "source" }
    #expect(sources.map { $0["media"] } == ["(max-width: 34rem)"])
    #expect(sources.first?["srcset"]?.hasPrefix("data:image/png;base64,iVBORw0KGgo") == true)
  }

  @Test func figuresAndTablesAreNumberedInTheirOrder() throws {
    let table = StepTable(columns: [.init("a")], rows: [["1"]])
    let figure = Output.figure(Sample.figure("…"))
    let steps = ["load", "plot", "evaluate"].map { Sample.step($0) }
    let outcomes: [StepOutcome] = [[.table(table)], [figure, figure], [.table(table), figure]]
      .map { .done(StepResult(outputs: $0)) }
    let page = try Report(
      Sample.notebook([.step(0), .step(1), .step(2)], steps: steps),
      Sample.results(outcomes, of: steps),
      resultsJSON: "{}"
    ).html
    for number in 1...3 { #expect(page.contains("<figcaption><b>Figure \(number).</b>")) }
    #expect(page.contains("<b>Table 1.</b>") && page.contains("<b>Table 2.</b>"))
    #expect(!page.contains("Figure 4.") && !page.contains("Table 3."))
  }

  @Test("References are links to what they name, with its number in the order of the page")
  func references() throws {
    let table = StepTable(columns: [.init("a")], rows: [["1"]])
    let figure = Output.figure(Sample.figure("…"))
    let steps = ["plot", "evaluate", "train"].map { Sample.step($0, $0 + "-a") }
    let outcomes: [StepOutcome] = [[figure], [.table(table), .table(table)], []]
      .map { .done(StepResult(outputs: $0)) }
    func reference(_ kind: NumberedKind, _ name: String, _ index: Int = 0) -> Inline {
      .reference(NumberedReference(kind, of: name, index: index, range: Sample.nowhere))
    }
    let own = Block.table(.init(alignments: [.none], header: [[.text("b")]], rows: []))
    let image = Block.paragraph([.image(path: "c.png", title: "", [.text("c")])])
    let page = try Report(
      Sample.notebook(
        [
          .captioned(image, ProseCaption(.figure, name: "own-image", [.text("C")])), .step(0),
          .captioned(
            own, ProseCaption(.table, name: "own", [.text("B "), reference(.figure, "plot-a")])),
          .step(1), .captioned(own, ProseCaption(.table, name: nil, [.text("D")])),
          .paragraph([
            reference(.figure, "plot-a"), .text("; "), reference(.figure, "own-image"),
            .text("; "), reference(.table, "own"), .text("; "),
            reference(.table, "evaluate-a", 1), .text("; "), reference(.figure, "none"),
          ]),
          .paragraph([.link(destination: "https://a.org", title: "", [reference(.table, "own")])]),
        ], steps: steps),
      Sample.results(outcomes, of: steps), resultsJSON: "{}"
    ).html
    let space = "\u{A0}"
    #expect(
      page.contains(
        """
        <p><a class="reference" href="#figure:plot-a">Figure\(space)2</a>; \
        <a class="reference" href="#figure:own-image">Figure\(space)1</a>; \
        <a class="reference" href="#table:own">Table\(space)1</a>; \
        <a class="reference" href="#table:evaluate-a:2">Table\(space)3</a>; \
        <span class="value missing">Figure\(space)not run</span></p>
        """))
    #expect(page.contains("<p><a href=\"https://a.org\">Table\(space)1</a></p>"))
    #expect(page.contains("<figure class=\"image\" id=\"figure:own-image\">"))
    #expect(page.contains("<figcaption><b>Figure 1.</b> C</figcaption>"))
    #expect(page.contains("<table id=\"table:own\">\n<caption><b>Table 1.</b> B <a "))
    #expect(page.contains("<table id=\"table:4:\">\n<caption><b>Table 4.</b> D</caption>"))
    for anchor in ["figure:plot-a", "table:evaluate-a", "table:evaluate-a:2"] {
      #expect(page.ranges(of: " id=\"\(anchor)\"").count == 1)
    }
  }

  @Test func longTablesAreFolded() throws {
    func html(_ rows: Int) throws -> String {
      let table = StepTable(columns: [.init("a")], rows: (0..<rows).map { ["\($0)"] })
      return try Report.cell(Sample.step("evaluate"), [.table(table)])
    }
    #expect(try !html(20).contains("<details class=\"fold\""))
    #expect(try html(21).contains("<details class=\"fold\" id=\"table:evaluate\">"))
  }

  @Test func sentencesInTheFirstColumnMayWrapAndNamesDoNot() throws {
    func html(_ name: String) throws -> String {
      let table = StepTable(columns: [.init("a", .left)], rows: [[.text(name)]])
      return try Report.cell(Sample.step("evaluate"), [.table(table)])
    }
    #expect(try html("7 and 9").contains("<div class=\"scroll\" role"))
    #expect(
      try html("a name that is as long as a sentence").contains("<div class=\"scroll long\" role"))
  }

  @Test func checksSayTheirVerdictInWords() throws {
    let claims = [
      CheckOutcome(
        sentence: "Most are right", expression: "dev.accuracy > 0.5", holds: true,
        evidence: [.init(expression: "dev.accuracy", value: "0.822")]),
      CheckOutcome(sentence: "All are", expression: "false", holds: false, evidence: []),
    ]
    let html = try Report.cell(Sample.step("check"), [.checks(claims)])
    #expect(
      between("<ul class=\"checks\">\n", "</ul>", in: html) == """
        <li class="holds"><span class="verdict"><span aria-hidden="true">✓</span> holds</span>
        <div><p>Most are right</p>
        <p class="because"><code>dev.accuracy &gt; 0.5</code>, where <code>dev.accuracy</code> \
        is 0.822</p></div></li>
        <li class="fails" id="step:check:claim-1-2"><span class="verdict"><span aria-hidden="true">✗</span> fails</span>
        <div><p>All are</p>
        <p class="because"><code>false</code></p></div></li>

        """)
  }

  @Test func listingsHaveTheNumbersOfTheirFile() throws {
    let listing = Listing(
      path: "../b/a.swift", language: "swift", firstLine: 9, text: "let a = 1\n}\n")
    let html = try Report.cell(Sample.step("source"), [.code(listing)])
    #expect(
      between("<code>", "</code>", in: html) == """
        <span class="line" data-line="9"></span><span class="k">let</span> a = \
        <span class="n">1</span>
        <span class="line" data-line="10"></span>}
        """)
    #expect(
      html.contains(
        "title=\"../b/a.swift\">b/<wbr>a.swift</span> <span class=\"size\">lines 9–10</span>"))
  }

  @Test func aListingOfOneLineTellsOneLine() throws {
    let listing = Listing(path: "a.swift", language: "swift", firstLine: 9, text: "let x = 1\n")
    let html = try Report.cell(Sample.step("source", "relu"), [.code(listing)])
    #expect(html.contains("<span class=\"size\">line 9</span>"))
  }

  @Test func smallFilesAreWithinThePageAndLargeOnesBesideIt() throws {
    let step = Sample.step("predict", "submission")
    let small = try Report.cell(step, [.file(Sample.file("small.csv", rows: 2))])
    #expect(small.contains("<a href=\"data:application/octet-stream;base64,"))
    #expect(small.contains("download=\"small.csv\""))
    let large = try Report.cell(step, [.file(Sample.file("large.csv", rows: 28_000))])
    let link = try #require(tags(of: large).first { $0.name == "a" })
    #expect(link["href"] == "./large.csv" && link["download"] == "")
    #expect(large.contains(">large.csv</a><span class=\"size\"> lies beside this page,</span>"))
    #expect(large.contains("212,908 bytes") && large.contains("and 27,995 more rows"))
    #expect(large.contains("<th scope=\"row\">5</th><td>5</td>"))
    let rest = try Report.cell(step, [.file(Sample.file("small.csv", rows: 6))])
    #expect(rest.contains("and 1 more row<"))
  }

  @Test func numberedLabelsArePartOfThePage() throws {
    let step = Sample.step("predict", "submission")
    let file = Sample.file("large.csv", rows: 28_000)
    let page = try Report.cell(step, [.file(file)])
    let link = try #require(tags(of: page).first { $0.name == "a" })
    let rows = try #require(link["data-labels"]).enumerated().map {
      "\($0.offset + 1),\($0.element)\n"
    }
    let header = try #require(link["data-header"])
    #expect(Array((header + "\n" + rows.joined()).utf8) == file.contents)
  }

  @Test(arguments: [
    ("\n9,", "\n10,"), ("\n7,9\n", "\n7,19\n"), ("\n7,9\n", "\n7,\n"), ("\n7,9\n", "\n7,9,1\n"),
    ("\n7,9\n", "\n7, 9\n"), ("\n7,9\n", "\r\n7,9\r\n"), ("\n7,9\n", "\n\n7,9\n"),
    ("\n7,9\n", "\n07,9\n"), ("ImageId", "\"ImageId\""), ("ImageId", "Ïmage"),
    ("\n28000,0\n", "\n28000,0"),
  ])
  func otherFilesOnlyLieBesideThePage(_ text: String, _ other: String) throws {
    let whole = String(
      decoding: Sample.file("large.csv", rows: 28_000).contents, as: UTF8.self)
    let changed = whole.replacing(text, with: other)
    #expect(changed != whole)
    let file = OutputFile(name: "large.csv", contents: Array(changed.utf8), digest: "")
    let page = try Report.cell(Sample.step("predict"), [.file(file)])
    #expect(page.contains("<a href=\"./large.csv\" download>large.csv</a><span"))
  }

  @Test(arguments: [(1, ["Drawing pad"]), (2, ["Drawing pad a-1", "Drawing pad a-2"])])
  func padsHaveTheirStepsNameWhereThereAreSeveral(_ count: Int, _ labels: [String]) throws {
    let samples = [8, 7].map {
      DigitPad.Sample(label: $0, predicted: 7, probability: 0.9, image: Sample.pixel)
    }
    let network = try Architecture(
      input: Shape(channels: 1, height: 28, width: 28), layers: [.dense(units: 10, .softmax)])
    let pad = DigitPad(
      network, parameters: [],
      images: DigitPad.Images(levels: 255, scale: 1, areDarkOnLight: false), classNames: nil,
      samples: samples)
    let steps = (1...count).map { Sample.step("try", "a-\($0)") }
    let outcomes = steps.map { _ in StepOutcome.done(StepResult(outputs: [.pad(pad)])) }
    let page = try Report(
      Sample.notebook(steps.indices.map { .step($0) }, steps: steps),
      Sample.results(outcomes, of: steps),
      resultsJSON: "{}"
    ).html
    let sections = tags(of: page).filter { $0["class"] == "pad" }
    #expect(sections.map { $0["aria-label"] } == labels)
    #expect(page.contains("alt=\"Sample 1, an 8\"") && page.contains("alt=\"Sample 2, a 7\""))
  }

  // RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func base64(_ contents: String, _ text: String) throws {
    let file = OutputFile(name: "a.txt", contents: Array(contents.utf8), digest: "")
    let html = try Report.cell(Sample.step("predict"), [.file(file)])
    #expect(html.contains("base64,\(text)\" download"))
  }
}
