import Foundation
import Testing

/// What differs between two reports, told in text, JSON and a page.
@Suite struct DiffTests {
  private static func bench() throws -> Workbench {
    let bench = try Workbench.withMNIST()
    let text = """
      It reads `{train.accuracy:.1%}`.

      ```load
      mnist: mnist
      labelled: 500
      ```

      ```split
      dev: 50
      ```

      ```train
      layers: [4 relu, 10 softmax]
      iterations: 6
      report-every: 2
      ```

      ```plot curve
      show: learning-curve
      of: train.loss
      ```

      ```check
      It went on: train.iterations > 5
      It went far: train.iterations > 8
      ```

      """
    let short = text.replacing("It went far: train.iterations > 8\n", with: "")
    try bench.write(short, to: "nb.md")
    _ = try bench.daybook("run", "nb.md", "--output", "a")
    let longer = text.replacing("It reads", with: "It now reads")
    try bench.write(longer, to: "nb.md")
    _ = try bench.daybook("run", "nb.md", "--output", "b", "--set", "train.iterations=9")
    return bench
  }

  @Test("Two spellings of one letter are two texts")
  func spellings() throws {
    let bench = try Workbench.withMNIST()
    let text = "A caf\u{E9}.\n\n```load\nmnist: mnist\nlabelled: 500\n```\n"
    for (folder, text) in [("a", text), ("b", text.replacing("\u{E9}", with: "e\u{301}"))] {
      try bench.write(text, to: "nb.md")
      #expect(try bench.daybook("run", "nb.md", "--output", folder).status == 0)
    }
    let outcome = try bench.daybook("diff", "a/nb/index.html", "b/nb/index.html")
    #expect(outcome.status == 1, "\(outcome.error)")
    #expect(outcome.output.contains("\ntext\n  - A caf"), "\(outcome.output)")
  }

  @Test("Options, values, claims, figures and text that differ are told; exit status 1")
  func text() throws {
    let bench = try Self.bench()
    let outcome = try bench.daybook("diff", "a/nb/index.html", "b/nb/index.html")
    #expect(outcome.status == 1, "\(outcome.error)")
    for line in [
      "- a/nb/index.html\n+ b/nb/index.html\nmade with\n",
      "  set by hand: – → train.iterations=9\n",
      "\noptions\n  train.iterations: 6 → 9 (+3)\n", "\nvalues\n", "  train.loss: ",
      "\nclaims\n  It went far: – → holds\n", "\nfigures\n  curve: ", "% of its pixels differ\n",
      "\ntext\n  - It reads `{train.accuracy:.1%}`.\n  + It now reads `{train.accuracy:.1%}`.\n",
    ] {
      #expect(outcome.output.contains(line), "'\(line)' is not in:\n\(outcome.output)")
    }
    let json = try bench.daybook("diff", "a/nb/index.html", "b/nb/index.html", "--format", "json")
    let object =
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect((object?["options"] as? [[String: Any]])?.first?["difference"] as? Double == 3)
    let figure = (object?["figures"] as? [[String: Any]])?.first
    let image = (figure?["image"] as? String).flatMap { Data(base64Encoded: $0) }
    #expect(image?.starts(with: [0x89, 0x50, 0x4E, 0x47]) == true)
    let page = try bench.daybook("diff", "a/nb/index.html", "b/nb/index.html", "--format", "html")
    #expect(page.output.contains("<figcaption>difference</figcaption>"))
    #expect(page.output.contains("<ins>+ It now reads"))
  }

  @Test("A report and itself do not differ; of results.json the values are compared")
  func alike() throws {
    let bench = try Self.bench()
    let same = try bench.daybook("diff", "a/nb/index.html", "a/nb/index.html")
    #expect(same.status == 0)
    #expect(same.output.hasSuffix("\nno difference\n"))
    let values = try bench.daybook("diff", "a/nb/results.json", "b/nb/results.json")
    #expect(values.status == 1)
    #expect(values.output.contains("\nvalues\n"))
    #expect(!values.output.contains("\noptions\n"))
    #expect(try bench.daybook("diff", "a/nb/index.html", "none.html").status == 2)
  }

  @Test("Pages of the same run that say something else are told")
  func changedPages() throws {
    let bench = try Self.bench()
    let page = String(decoding: try bench.read("a/nb/index.html"), as: UTF8.self)
    let changes: [(old: String, new: String, told: String)] = [
      ("It reads", "It never reads", "the text"),
      ("%</data>", "9%</data>", "the value train.accuracy"),
    ]
    for (old, new, told) in changes {
      let changed = page.replacing(old, with: new)
      try #require(changed != page)
      try bench.write(changed, to: "changed.html")
      for format in ["text", "json", "html"] {
        let outcome = try bench.daybook(
          "diff", "a/nb/index.html", "changed.html", "--format", format)
        #expect(outcome.status == 1, "\(outcome.output)")
        #expect(outcome.output.contains(told))
      }
    }
  }

  @Test("What holds no values of a run cannot be read; odd names are compared for what they are")
  func foreignValues() throws {
    let bench = try Workbench()
    try bench.write("{}", to: "good.json")
    for (index, text) in ["", "{\n  \": 1\n}\n", "some text", "[1]", "{\"a.b\": 1", "3"]
      .enumerated()
    {
      try bench.write(text, to: "\(index).json")
      for files in [["good.json", "\(index).json"], ["\(index).json", "\(index).json"]] {
        let outcome = try bench.daybook("diff", files[0], files[1])
        #expect(outcome.status == 2, "\(text): \(outcome.output)")
        #expect(
          outcome.error == "error: \(index).json is no results.json: it holds no object of JSON\n")
      }
    }
    try bench.write("{\n}\n", to: "a.json")
    try bench.write("{\n  \"\": 1,\n  \"b\": 2\n}\n", to: "b.json")
    let outcome = try bench.daybook("diff", "a.json", "b.json")
    #expect(outcome.status == 1, "\(outcome.error)")
    #expect(outcome.output.hasSuffix("values\n  : – → 1\n  b: – → 2\n"), "\(outcome.output)")
  }

  @Test("Lines are told in the order of the notebooks, what was there before what is there")
  func lines() throws {
    let bench = try Workbench()
    let old = (0..<9).map { "Line \($0).\n" }
    var new = old
    new[2] = "Second.\n"
    new[5] = "Fifth.\n"
    new.insert(contentsOf: ["One more.\n", "Two more.\n"], at: 1)
    for (lines, folder) in [(old, "a"), (new, "b")] {
      try bench.write(lines.joined(), to: "nb.md")
      _ = try bench.daybook("run", "nb.md", "--output", folder)
    }
    let outcome = try bench.daybook("diff", "a/nb/index.html", "b/nb/index.html")
    #expect(
      outcome.output.hasSuffix(
        """
        text
          + One more.
          + Two more.
          - Line 2.
          + Second.
          - Line 5.
          + Fifth.

        """), "\(outcome.output)")
    let same = String(repeating: "a\n", count: 10)
    let long = (0..<20_000).map { "\($0)\n" }.joined()
    for (text, folder) in [(same + long, "c"), (same + long.replacing("\n", with: "b\n"), "d")] {
      try bench.write(text, to: "nb.md")
      _ = try bench.daybook("run", "nb.md", "--output", folder)
    }
    let longer = try bench.daybook("diff", "c/nb/index.html", "d/nb/index.html")
    #expect(longer.output.hasSuffix("  + 19999b\n"), "\(longer.output.suffix(200))")
    #expect(longer.output.contains("text\n  - 0\n  - 1\n"))
  }

  @Test(
    "By how much a number differs is told in as many digits as it takes",
    arguments: [
      ("0", "1e+30", "(+1e+30)"), ("1", "1.0000001", "(+1e-7)"),
      ("0", "-12000", "(\u{2212}12,000)"),
      ("0.5", "0.25", "(\u{2212}0.25)"), ("10", "20", "(+10)"), ("1.5", "3", "(+1.5)"),
      ("0.25", "0.2513", "(+0.0013)"), ("0.1", "0.0999877", "(\u{2212}1.23e-5)"),
      ("0", "0.0000004", "(+4e-7)"), ("0", "1200.126", "(+1,200.13)"),
    ])
  func amounts(a: String, b: String, amount: String) throws {
    let bench = try Workbench()
    try bench.write("{\"x.y\": \(a)}", to: "a.json")
    try bench.write("{\"x.y\": \(b)}", to: "b.json")
    let outcome = try bench.daybook("diff", "a.json", "b.json")
    #expect(outcome.output.contains(" \(amount)"), "\(outcome.output)")
    #expect(!outcome.output.contains("(+0)"), "\(outcome.output)")
  }

  @Test("The same number in other digits has no amount")
  func noAmount() throws {
    let bench = try Workbench()
    try bench.write("{\"x.y\": 1}", to: "a.json")
    try bench.write("{\"x.y\": 1.0}", to: "b.json")
    let outcome = try bench.daybook("diff", "a.json", "b.json")
    #expect(outcome.output.contains("x.y: 1 → 1.0\n"), "\(outcome.output)")
  }
}
