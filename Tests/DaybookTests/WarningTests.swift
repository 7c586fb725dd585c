import Foundation
import Testing

/// Warnings and claims as whoever runs daybook meets them: in their places, counted, and as bad as
/// errors on demand.
@Suite struct WarningTests {
  private static let notebook = """
    ```load
    mnist: mnist
    labelled: 3000
    ```

    ```split
    dev: 500
    ```

    ```train
    layers: [6 relu, 10 softmax]
    iterations: 12
    report-every: 2
    ```

    It is `{train.history[3].loss:.2f}`.

    """

  @Test("A check tells of warnings and counts them; --strict takes them as errors")
  func check() throws {
    let bench = try Workbench.withMNIST()
    try bench.write(Self.notebook, to: "nb.md")
    let lax = try bench.daybook("check", "nb.md")
    #expect(lax.status == 0)
    #expect(lax.error.hasPrefix("nb.md:16:9: warning: an entry of a history by its number"))
    #expect(lax.error.hasSuffix("\n1 warning\n"), "\(lax.error)")
    #expect(try bench.daybook("check", "nb.md", "--strict").status == 2)
    let json = try bench.daybook("check", "nb.md", "--format", "json")
    #expect(json.output.contains("\"severity\" : \"warning\""), "\(json.output)")
    let github = try bench.daybook("check", "nb.md", "--format", "github", "--strict")
    #expect(github.status == 2)
    #expect(github.output.hasPrefix("::warning file=nb.md,line=16,col=9,"), "\(github.output)")
  }

  @Test("A run says in its last line what is to be known of the report, settings among it")
  func lastLine() throws {
    let bench = try Workbench.withMNIST()
    try bench.write(Self.notebook, to: "nb.md")
    let outcome = try bench.daybook("run", "nb.md", "--set", "train.iterations=10")
    #expect(outcome.status == 0)
    #expect(outcome.output == "output/nb/index.html\n")
    #expect(outcome.error.hasSuffix("\nset by hand: train.iterations=10; 1 warning\n"))
    let page = String(decoding: try bench.read("output/nb/index.html"), as: UTF8.self)
    let head = try #require(page.split(separator: "<main").first)
    #expect(head.contains("This run set <code>train.iterations=10</code>"))
    #expect(try bench.daybook("run", "nb.md", "--strict").status == 2)
  }

  @Test("A claim that does not hold has its place, wherever it is told of")
  func claim() throws {
    let bench = try Workbench.withMNIST()
    let check = "```check\nIt is large: load.rows > 100000\nIt is there: load.rows > 0\n```\n"
    try bench.write("```load\nmnist: mnist\n```\n\n" + check, to: "nb.md")
    let text = try bench.daybook("run", "nb.md")
    #expect(text.status == 3)
    let told = """
      nb.md:6:14: error: this claim does not hold: It is large
          6 | It is large: load.rows > 100000
            |              ^~~~~~~~~~~~~~~~~~ load.rows = 70000

      """
    #expect(text.error.contains(told), "\(text.error)")
    let page = String(decoding: try bench.read("output/nb/failed.html"), as: UTF8.self)
    #expect(page.contains("nb.md:6:14: error: this claim does not hold: It is large"))

    let json = try bench.daybook("run", "nb.md", "--problems", "json", "--quiet")
    #expect(json.status == 3)
    let records =
      try JSONSerialization.jsonObject(
        with: Data(json.error.drop { $0 != "[" }.utf8)) as? [[String: Any]]
    #expect(records?.count == 1)
    #expect(records?.first?["line"] as? Int == 6)
    #expect(records?.first?["endColumn"] as? Int == 32)
    #expect(records?.first?["help"] as? String == "load.rows = 70000")
    let github = try bench.daybook("run", "nb.md", "--problems", "github", "--quiet")
    #expect(
      github.error.contains(
        "::error file=nb.md,line=6,col=14,endLine=6,endColumn=32::this claim does not hold: It is large"
      ), "\(github.error)")
  }

  @Test("A link that leads nowhere from the report is an error; files of the run are not")
  func links() throws {
    let bench = try Workbench.withMNIST()
    try bench.write("x", to: "beside.txt")
    let text = """
      [a](#there) [b](#There) [c](beside.txt) [d](results.json) [e](javascript:x) [f](/etc/hosts)
      [g](https://a.org) [h](mailto:a@b.org) [i](#step:load) [j](./results.json) [k](#gone)

      ## There

      ```load
      mnist: mnist
      ```

      """
    try bench.write(text, to: "nb.md")
    let outcome = try bench.daybook("check", "nb.md")
    let lines = outcome.error.split(separator: "\n").filter { $0.contains("error:") }
    #expect(
      lines == [
        "nb.md:1:17: error: there is no place '#There' in the page",
        "nb.md:1:29: error: 'beside.txt' leads nowhere from the report, which lies elsewhere",
        "nb.md:1:63: error: a report follows no link to 'javascript:x'",
        "nb.md:1:81: error: '/etc/hosts' leads nowhere from the report, which lies elsewhere",
        "nb.md:2:80: error: there is no place '#gone' in the page",
      ], "\(outcome.error)")
    #expect(outcome.error.contains("did you mean '#there'?"))
    #expect(outcome.error.contains("or a file that the run writes: results.json"))
  }

  @Test("Links of references and of captions of tables are looked at as those of the text are")
  func linksBesideTheText() throws {
    let bench = try Workbench.withMNIST()
    let text = """
      ---
      references:
        a: "[paper](gone.pdf)"
      ---

      See [^a].

      ```load
      mnist: mnist
      tables: ["See [x](lost.pdf)"]
      ```

      """
    try bench.write(text, to: "nb.md")
    let outcome = try bench.daybook("check", "nb.md")
    let lines = outcome.error.split(separator: "\n").filter { $0.contains("error:") }
    #expect(
      lines == [
        "nb.md:3:15: error: 'gone.pdf' leads nowhere from the report, which lies elsewhere",
        "nb.md:10:19: error: 'lost.pdf' leads nowhere from the report, which lies elsewhere",
      ], "\(outcome.error)")
  }

  @Test("A link whose value decides where it leads is left to the run; others are told as written")
  func linksWithValues() throws {
    let bench = try Workbench.withMNIST()
    let text = """
      [a](`{load.labelled}`) [b](#n`{load.labelled}`) [c](https://a.org/`{load.labelled}`)
      [d](beside-`{load.labelled:d}`.txt) [e](javascript:`{load.labelled}`)

      ```load
      mnist: mnist
      ```

      """
    try bench.write(text, to: "nb.md")
    let outcome = try bench.daybook("check", "nb.md")
    let lines = outcome.error.split(separator: "\n").filter { $0.contains("error:") }
    #expect(
      lines == [
        "nb.md:2:5: error: 'beside-`{load.labelled:d}`.txt' leads nowhere from the report, which "
          + "lies elsewhere",
        "nb.md:2:41: error: a report follows no link to 'javascript:`{load.labelled}`'",
      ], "\(outcome.error)")
  }

  @Test("A report that another notebook or other settings made is not replaced without a word")
  func replaced() throws {
    let bench = try Workbench.withMNIST()
    try bench.write("Text.\n\n```load\nmnist: mnist\n```\n", to: "nb.md")
    try bench.write("Other.\n", to: "other/nb.md")
    #expect(try !bench.daybook("run", "nb.md").error.contains("note:"))
    #expect(try !bench.daybook("run", "nb.md").error.contains("note:"))
    let set = try bench.daybook("run", "nb.md", "--set", "load.labelled=5")
    #expect(
      set.error.contains(
        "note: output/nb/index.html is the report of the notebook as it is written, which this run "
          + "replaces if it succeeds; --output DIR keeps both"), "\(set.error)")
    let back = try bench.daybook("run", "nb.md")
    #expect(!back.error.contains("note:"), "\(back.error)")
    let other = try bench.daybook("run", "other/nb.md", "--quiet")
    #expect(other.status == 0)
    #expect(other.error.contains("note: output/nb/index.html is the report of "), "\(other.error)")
    #expect(other.error.contains("/nb.md, which this run replaces if it succeeds; give"))
  }
}
