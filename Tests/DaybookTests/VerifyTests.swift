import Digest
import Foundation
import Testing

/// What whoever receives a report can find out about it, from its page and the data.
@Suite struct VerifyTests {
  private static let notebook = """
    ---
    title: Spots
    key-figures:
      Accuracy: "`{dev.accuracy:.1%}`"
    ---

    It reads `{dev.accuracy.count}` of `{dev.examples}`. ![A dot](dot.png)

    | a | b |
    |---|---|
    | `{load.rows}` | 4711 |

    ```load
    csv: data/spots.csv
    ```

    ```split
    dev: 20
    ```

    ```train
    layers: [4 relu, 10 softmax]
    iterations: 20
    report-every: 5
    ```

    ```evaluate dev
    on: dev
    ```

    ```plot curve
    show: learning-curve
    of: train.loss
    ```

    ```plot confusion
    show: confusion-matrix
    ```

    ```predict answers
    on: dev
    to: answers.csv
    ```

    ```source code
    file: code.py
    ```

    ```try
    samples: 1
    ```

    ```check
    It saw all: dev.examples == 20
    ```

    """

  /// A bench with the report `output/nb/index.html` of a small notebook.
  private static func bench() throws -> Workbench {
    let bench = try Workbench()
    // Sixteen pixels an image, of which those of its class are lit.
    let header = (["label"] + (0..<16).map { "pixel\($0)" }).joined(separator: ",")
    let rows = (0..<80).map { row -> String in
      let label = row * 7 % 10
      return ([label] + (0..<16).map { ($0 * (label + 1) + row) % 5 == 0 ? 200 : $0 })
        .map(String.init).joined(separator: ",")
    }
    try bench.write(([header] + rows).joined(separator: "\n") + "\n", to: "data/spots.csv")
    try bench.write("def f():\n    return 1234\n", to: "code.py")
    let dot =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGMAAAACAIF3zXK2AAAAAElFTkSuQmCC"
    try bench.write(try #require(Data(base64Encoded: dot)), to: "dot.png")
    try bench.write(notebook, to: "nb.md")
    let outcome = try bench.daybook("run", "nb.md")
    try #require(outcome.status == 0, "\(outcome.error)")
    return bench
  }

  private static func page(_ bench: Workbench) throws -> String {
    String(decoding: try bench.read("output/nb/index.html"), as: UTF8.self)
  }

  @Test("A report sent alone, with only the data beside it, is identical to the byte")
  func identical() throws {
    let bench = try Self.bench()
    let received = try Workbench()
    try received.write(try bench.read("output/nb/index.html"), to: "report.html")
    let missing = try received.daybook("verify", "report.html")
    #expect(missing.status == 2)
    #expect(missing.output.hasPrefix("report.html: not verified, since files are missing"))
    #expect(missing.output.contains("\n  data/spots.csv, "), "\(missing.output)")
    try received.write(try bench.read("data/spots.csv"), to: "mine/other-name.txt")
    let outcome = try received.daybook("verify", "report.html", "-q")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
    #expect(outcome.output == "report.html: identical, to the byte\n")
    #expect(!received.exists("output"))
    let elsewhere = try received.daybook("verify", "report.html", "-q", "--data", "mine")
    #expect(elsewhere.status == 0)
  }

  @Test(
    "Where the run cannot be made again nothing is said against the report",
    .enabled(if: Workbench.canMount))
  func notMadeAgain() throws {
    let bench = try Self.bench()
    for room in ["8k", "64k", "200k"] {
      let outcome = try bench.mounted(
        """
        mkdir -p small && mount -t tmpfs -o size=\(room) none small && export TMPDIR=$PWD/small
        "$DAYBOOK" verify output/nb/index.html -q --data .; status=$?
        ls -A small; exit $status
        """)
      #expect(outcome.status == 2, "\(room): \(outcome.output)\(outcome.error)")
      #expect(outcome.output == "", "\(room)")
      #expect(
        outcome.error.hasPrefix("error: the run cannot be made again: "),
        "\(room): \(outcome.error)")
    }
  }

  @Test("Settings and a failed claim are part of what is verified")
  func changedRuns() throws {
    let bench = try Self.bench()
    let run = try bench.daybook("run", "nb.md", "--set", "split.dev=10", "--set", "seed=3")
    #expect(run.status == 3)
    let outcome = try bench.daybook("verify", "output/nb/failed.html", "-q", "--data", ".")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
  }

  /// A way to change a page, and what is to be told of it.
  struct Tampering: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let says: String
    let change: @Sendable (inout String) throws -> Void
  }

  static let tamperings: [Tampering] = [
    Tampering(testDescription: "a digit in prose", says: "the value dev.accuracy.count") {
      try replace(#/(title="dev.accuracy.count">)[0-9]+/#, in: &$0) { "\($0)21" }
    },
    Tampering(testDescription: "a digit of a table in the prose", says: "a cell of table") {
      try replace("4711", with: "4712", in: &$0)
    },
    Tampering(testDescription: "a title", says: "the text") {
      try replace("</a>Spots", with: "</a>Sports", or: "<h1>Spots", "<h1>Sports", in: &$0)
    },
    Tampering(testDescription: "a figure", says: "figure 1") { page in
      // The picture of the second figure takes the place of that of the first.
      let images = page.ranges(of: #/<img class="light" src="[^"]*"/#)
      let other = String(page[try #require(images.dropFirst().first)])
      page.replaceSubrange(try #require(images.first), with: other)
    },
    Tampering(testDescription: "the data of a figure", says: "a cell of data of figure 1") { page in
      let start = try #require(page.firstRange(of: "aria-label=\"Data of figure 1\""))
      let cell = try #require(page[start.upperBound...].firstRange(of: #/<td>[0-9.]+<\/td>/#))
      page.replaceSubrange(cell, with: "<td>9.999</td>")
    },
    Tampering(testDescription: "a download", says: "the download results.json") { page in
      let start = try #require(page.firstRange(of: "id=\"page:results\">"))
      let end = try #require(page[start.upperBound...].firstRange(of: "</script>"))
      let held = start.upperBound..<end.lowerBound
      page.replaceSubrange(held, with: page[held].replacing(":20", with: ":21"))
    },
    Tampering(testDescription: "a file", says: "the download answers.csv") { page in
      let start = try #require(page.firstRange(of: "data:application/octet-stream;base64,"))
      let end = try #require(page[start.upperBound...].firstIndex(of: "\""))
      page.replaceSubrange(start.upperBound..<end, with: Data("1,2\n".utf8).base64EncodedString())
    },
    Tampering(testDescription: "weights of the pad", says: "the network of the digit pad") { page in
      let start = try #require(page.firstRange(of: "\"weights\":\""))
      let next = page[start.upperBound]
      page.replaceSubrange(
        start.upperBound...start.upperBound, with: next == "A" ? "B" : "A")
    },
    Tampering(testDescription: "code that is shown", says: "1235") {
      try replace("1234", with: "1235", in: &$0)
    },
    Tampering(testDescription: "evidence of a claim", says: "the text") {
      try replace("</code> is 20", with: "</code> is 90", in: &$0)
    },
    Tampering(testDescription: "the notebook", says: "the notebook") { page in
      let start = try #require(page.firstRange(of: "data:text/markdown;charset=utf-8;base64,"))
      let end = try #require(page[start.upperBound...].firstIndex(of: "\""))
      let data = try #require(Data(base64Encoded: String(page[start.upperBound..<end])))
      let changed = String(decoding: data, as: UTF8.self).replacing("4711", with: "4713")
      page.replaceSubrange(
        start.upperBound..<end, with: Data(changed.utf8).base64EncodedString())
    },
    Tampering(testDescription: "the seed of the record", says: "the record of how it was made") {
      try replace("&quot;seed&quot;:0", with: "&quot;seed&quot;:5", in: &$0)
    },
  ]

  @Test("Each kind of change is found, and told first", arguments: tamperings)
  func tampered(_ tampering: Tampering) throws {
    let bench = try Self.bench()
    var page = try Self.page(bench)
    let before = page
    try tampering.change(&page)
    #expect(page != before)
    try bench.write(page, to: "tampered.html")
    let outcome = try bench.daybook("verify", "tampered.html", "-q")
    #expect(outcome.status == 1, "\(outcome.output)\(outcome.error)")
    #expect(outcome.output.hasPrefix("tampered.html: different\n  "), "\(outcome.output)")
    #expect(outcome.output.contains(tampering.says), "\(outcome.output)")
    #expect(outcome.output.contains("\n  why: "), "\(outcome.output)")
  }

  @Test("Another program's page, a cut one and none at all are told apart from a report")
  func noReports() throws {
    let bench = try Self.bench()
    try bench.write("<p>Hello</p>", to: "a.html")
    let page = try Self.page(bench)
    try bench.write(String(page.prefix(page.count / 2)), to: "b.html")
    for (name, words) in [
      ("a.html", "is no report of Daybook's"), ("b.html", "does not carry how it was made"),
      ("c.html", "it does not exist"),
    ] {
      let outcome = try bench.daybook("verify", name)
      #expect(outcome.status == 2)
      #expect(outcome.error.contains(words), "\(outcome.error)")
    }
  }

  @Test("A report of another version has its values compared, and says which made it")
  func otherVersion() throws {
    let bench = try Self.bench()
    var old = try Self.page(bench).replacing("<h1>", with: "<h1 class=\"old\">")
    try Self.makeOld(&old)
    try bench.write(old, to: "old.html")
    let outcome = try bench.daybook("verify", "old.html", "-q")
    // That the rest of the page is genuine only that version can say.
    #expect(outcome.status == 2, "\(outcome.output)\(outcome.error)")
    #expect(outcome.output.hasPrefix("old.html: made by Daybook 0.0.9, this is "))
    #expect(outcome.output.contains("all values of the run are the same"))
  }

  /// Has the record of a page tell of a version before all.
  private static func makeOld(_ page: inout String) throws {
    try replace(#/&quot;version&quot;:&quot;([^&]+)&quot;/#, in: &page) { _ in
      "&quot;version&quot;:&quot;0.0.9&quot;"
    }
  }

  /// A page of an older version, so that its record need not be the run's, with one file more.
  private static func page(_ bench: Workbench, carrying bytes: Data, as path: String) throws
    -> String
  {
    let digest = SHA256.hex(of: [UInt8](bytes))
    let file =
      #"{"bytes":\#(bytes.count),"contents":"\#(bytes.base64EncodedString())","#
      + #""digest":"\#(digest)","isAllowed":true,"path":"\#(path)"}"#
    var page = try page(bench)
    try makeOld(&page)
    try replace(
      "&quot;files&quot;:[", with: "&quot;files&quot;:[\(file.replacing("\"", with: "&quot;")),",
      in: &page)
    return page
  }

  @Test("No file that a page carries takes the place of what the run stores, or of the notebook")
  func planted() throws {
    let bench = try Self.bench()
    let store = bench.folder.appending(path: "output/.cache")
    let entry = try #require(
      FileManager.default.contentsOfDirectory(atPath: store.path())
        .first { $0.hasPrefix("evaluate-") })
    let bytes = try bench.read("output/.cache/\(entry)")
    let up = String(repeating: "../", count: 12)
    for place in ["", up, up + "../", up + "run/", up + "../run/"] {
      for folder in ["output/.cache/", ".cache/"] {
        let page = try Self.page(bench, carrying: bytes, as: place + folder + entry)
        try bench.write(page, to: "forged.html")
        let outcome = try bench.daybook("verify", "forged.html")
        #expect(outcome.status == 2, "\(place)\(folder): \(outcome.output)")
        #expect(!outcome.error.contains("unchanged"), "\(place)\(folder): \(outcome.error)")
      }
    }
    for place in [up + "run", up + "output", up + "output/.cache"] {
      let page = try Self.page(bench, carrying: bytes, as: place)
      try bench.write(page, to: "forged.html")
      let outcome = try bench.daybook("verify", "forged.html", "-q")
      #expect(outcome.status == 2, "\(place): \(outcome.output)\(outcome.error)")
      #expect(!outcome.error.hasPrefix("Error"), "\(outcome.error)")
    }
    let other = Data("# Another\n".utf8)
    for name in ["nb.md", "./nb.md", "code.py"] {
      try bench.write(try Self.page(bench, carrying: other, as: name), to: "forged.html")
      let outcome = try bench.daybook("verify", "forged.html", "-q")
      #expect(outcome.status == 2, "\(name): \(outcome.output)\(outcome.error)")
      #expect(outcome.output == "", "\(name)")
    }
  }

  @Test("A file that is another than its digest says is told")
  func forgedFile() throws {
    let bench = try Self.bench()
    var page = try Self.page(bench)
    let old = Data("def f():\n    return 1234\n".utf8).base64EncodedString()
    let new = Data("def f():\n    return 1235\n".utf8).base64EncodedString()
    try Self.replace(old, with: new, in: &page)
    try bench.write(page, to: "forged.html")
    let outcome = try bench.daybook("verify", "forged.html", "-q")
    #expect(outcome.status == 1, "\(outcome.output)\(outcome.error)")
    #expect(outcome.output.contains("the file code.py"), "\(outcome.output)")
  }

  @Test("What was begun is removed where it is interrupted", arguments: [SIGINT, SIGTERM, SIGHUP])
  func interrupted(_ signal: Int32) throws {
    let bench = try Self.bench()
    let name = [SIGINT: "INT", SIGTERM: "TERM"][signal] ?? "HUP"
    try #require(bench.daybook("run", "nb.md", "--set", "train.iterations=20").status == 0)
    try bench.write(
      try Self.page(bench).replacing("train.iterations=20", with: "train.iterations=1000000"),
      to: "long.html")
    let outcome = try bench.shell(
      """
      mkdir temporary; export TMPDIR=$PWD/temporary
      "$DAYBOOK" verify long.html --data . >out 2>err & child=$!
      until grep -q train err; do sleep 0.02; done
      ls temporary | wc -l; kill -\(name) $child; wait $child; status=$?
      ls temporary; exit $status
      """)
    // Where it stops by itself in time, it is as after Ctrl-C.
    #expect([130, 128 + signal].contains(outcome.status), "\(outcome.error)")
    #expect(outcome.output == "1\n")
    #expect(
      String(decoding: try bench.read("err"), as: UTF8.self).split(separator: "\n").count {
        $0 == "interrupted"
      } <= 1)
  }

  /// The run may end by itself just when it is ended.
  @Test("A short verification leaves nothing behind, whenever it is interrupted")
  func interruptedAnywhere() throws {
    let bench = try Self.bench()
    try #require(bench.daybook("run", "nb.md").status == 0)
    let outcome = try bench.shell(
      """
      mkdir temporary; export TMPDIR=$PWD/temporary
      for event in $(seq 1 3 60); do
        "$DAYBOOK" verify output/nb/index.html --data . >out 2>err & child=$!
        # So many looks at what it writes are a moment, another on each machine.
        for look in $(seq $event); do ls temporary/*/* >/dev/null 2>&1; done
        kill -INT $child; wait $child
        grep -c '^interrupted$' err | grep -v '[01]'
        ls temporary
      done; true
      """)
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty, "\(outcome.output)")
  }

  @Test("A temporary folder that is not there is told, and not made")
  func noTemporaryFolder() throws {
    let bench = try Self.bench()
    let nowhere = bench.folder.appending(path: "nowhere").path()
    let outcome = try bench.daybook(
      "verify", "output/nb/index.html", "-q", environment: ["TMPDIR": nowhere])
    #expect(outcome.status == 2, "\(outcome.output)")
    #expect(outcome.error.hasPrefix("error: the run cannot be made again: "), "\(outcome.error)")
    #expect(!bench.exists("nowhere"))
  }

  @Test(
    "Figures drawn otherwise are compared by sight, in all but letters of another font",
    arguments: [
      (
        #"<match target="font"><edit name="hintstyle"><const>hintfull</const></edit>"#
          + #"<edit name="antialias"><bool>false</bool></edit></match>"#,
        "are drawn otherwise here, by other libraries or fonts, and they look the same"
      ),
      (
        #"<match target="pattern"><edit name="family" mode="assign_replace" binding="strong">"#
          + "<string>DejaVu Serif</string></edit></match>",
        "are drawn in other letters here: only the shapes were compared, and they look alike"
      ),
    ])
  func bySight(rule: String, words: String) throws {
    let bench = try Self.bench()
    let page = try Self.page(bench)
    try bench.write(
      "<fontconfig><include>/etc/fonts/fonts.conf</include>\(rule)</fontconfig>", to: "fonts.conf")
    let fonts = ["FONTCONFIG_FILE": bench.folder.appending(path: "fonts.conf").path()]
    try bench.write(page, to: "a.html")
    let outcome = try bench.daybook("verify", "a.html", "-q", environment: fonts)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
    #expect(
      outcome.output.hasPrefix(
        "a.html: the same in everything that it says; figure 1, figure 2 \(words)"),
      "\(outcome.output)")
    // One figure in the place of the other, in both colours.
    let images = page.matches(of: #/data:image/png;base64,[A-Za-z0-9+\/=]+/#).map {
      String($0.output)
    }.filter { $0.utf8.count > 2000 }
    try #require(images.count == 4, "\(images.map(\.utf8.count))")
    try bench.write(page.replacing(images[0], with: images[2]), to: "b.html")
    let other = try bench.daybook("verify", "b.html", "-q", environment: fonts)
    #expect(other.status == 1, "\(other.output)\(other.error)")
    #expect(other.output.contains("another picture than the run draws"), "\(other.output)")
  }

  @Test("A file that the settings of a page name is not read, unless the page has its digest")
  func forgedSettings() throws {
    let bench = try Self.bench()
    try bench.write("def g():\n    return 5\n", to: "other.py")
    try #require(bench.daybook("run", "nb.md", "--set", "code.file=other.py").status == 0)
    let page = try Self.page(bench)
    #expect(page.contains("code.file=other.py"))
    try bench.write(page, to: "a.html")
    let honest = try bench.daybook("verify", "a.html", "-q")
    #expect(honest.status == 0, "\(honest.output)\(honest.error)")
    let elsewhere = try Workbench()
    try elsewhere.write("password = 'hunter2'\n", to: "secret.py")
    let secret = elsewhere.folder.appending(path: "secret.py").path()
    try bench.write(
      page.replacing("code.file=other.py", with: "code.file=\(secret)"), to: "b.html")
    let forged = try bench.daybook("verify", "b.html", "-q")
    #expect(forged.status != 0)
    #expect(!(forged.output + forged.error).contains("hunter2"))
    #expect((forged.output + forged.error).contains("lies outside the project"), "\(forged.error)")
  }

  @Test("Data behind a link, and images whose names need percent signs, are found")
  func links() throws {
    let bench = try Self.bench()
    let name = "a dot é.png"
    try bench.write(try bench.read("dot.png"), to: name)
    try bench.write(
      Self.notebook.replacing("(dot.png)", with: "(a%20dot%20%C3%A9.png)"), to: "nb.md")
    try #require(bench.daybook("run", "nb.md").status == 0)
    let received = try Workbench()
    try received.write(try bench.read("output/nb/index.html"), to: "report.html")
    try received.write(try bench.read("data/spots.csv"), to: "far/away.csv")
    let near = received.folder.appending(path: "near")
    try FileManager.default.createDirectory(at: near, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: near.appending(path: "spots.csv").path(), withDestinationPath: "../far/away.csv")
    let outcome = try received.daybook("verify", "report.html", "-q", "--data", "near")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
  }

  @Test(
    "Another spelling of the same letter is another page; settings that nobody can make are none")
  func foreignPages() throws {
    let bench = try Self.bench()
    let page = try Self.page(bench)
    try bench.write(
      Self.notebook.replacing("title: Spots", with: "title: Sp\u{F6}ts"), to: "nb.md")
    try #require(bench.daybook("run", "nb.md").status == 0)
    let own = try Self.page(bench)
    try bench.write(own.replacing("\u{F6}ts</h1>", with: "o\u{308}ts</h1>"), to: "a.html")
    let outcome = try bench.daybook("verify", "a.html", "-q")
    #expect(outcome.status == 1, "\(outcome.output)\(outcome.error)")
    try bench.write(
      page.replacing("&quot;overrides&quot;:[]", with: "&quot;overrides&quot;:[&quot;x&quot;]"),
      to: "b.html")
    let none = try bench.daybook("verify", "b.html", "-q")
    #expect(none.status == 2, "\(none.output)\(none.error)")
    #expect(none.error.contains("b.html does not carry how it was made"), "\(none.error)")
  }

  private static func replace(
    _ old: String, with new: String, or other: String = "", _ another: String = "",
    in page: inout String
  ) throws {
    let isFirst = page.contains(old)
    let range = try #require(page.firstRange(of: isFirst ? old : other))
    page.replaceSubrange(range, with: isFirst ? new : another)
  }

  private static func replace(
    _ pattern: Regex<(Substring, Substring)>, in page: inout String, _ new: (Substring) -> String
  ) throws {
    let match = try #require(page.firstMatch(of: pattern))
    page.replaceSubrange(match.range, with: new(match.output.1))
  }
}
