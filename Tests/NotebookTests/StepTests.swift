import Notebook
import Testing

@Suite struct StepTests {
  static let names: [Case<[String]>] = [
    Case("kind", "```train\n```", ["train train"]),
    Case("written", "```train wide\n```", ["train wide"]),
    Case(
      "numbered", "```plot\n```\n```plot\n```\n```plot a\n```\n~~~plot\n~~~",
      ["plot plot", "plot plot-2", "plot a", "plot plot-3"]),
    Case(
      "around written ones", "```plot\n```\n```plot\n```\n```plot plot\n```\n```load plot-3\n```",
      ["plot plot-2", "plot plot-4", "plot plot", "load plot-3"]),
    Case(
      "other fences", "```swift\n```\n```\n```\n```text\n```\n````load\n````\n",
      ["load load"]),
    Case("more backticks", "`````load  a-2b \n`````", ["load a-2b"]),
  ]

  @Test(arguments: names) func name(_ row: Case<[String]>) throws {
    #expect(try read(row.text).steps.map { "\($0.kind) \($0.name)" } == row.expected)
  }

  @Test("Tables of a step are left out, or have captions of the notebook's own")
  func tables() throws {
    let notebook = try read(
      "```load a\ntables: none\n```\n\n```load b\ntables: [none, \"Of `{x}`\"]\n```\n\n```load c\n```"
    )
    let displays = notebook.steps.map(\.tables)
    #expect(displays[0].hides(0) && displays[0].hides(5))
    #expect(displays[1].hides(0) && !displays[1].hides(1))
    #expect(displays[1].caption(1) == [.text("Of "), .value(0)])
    #expect(displays[2] == .automatic && displays[2].caption(0) == nil)
  }

  @Test func places() throws {
    let notebook = try read("Text\n\n  ```train wide\n  a: 1\n\n   #b\n  ```\n\n```load\n```")
    #expect(notebook.blocks == [.paragraph([.text("Text")]), .step(0), .step(1)])
    let step = try #require(notebook.steps.first)
    #expect(step.range.short == "3:3-7:6")
    #expect(step.kindRange.short == "3:6-11")
    #expect(step.nameRange.short == "3:12-16")
    #expect(step.text == "a: 1\n\n #b")
    let load = try #require(notebook.steps.last)
    #expect(load.nameRange == load.kindRange)
    #expect(load.options.isEmpty && load.text.isEmpty && load.caption == nil)
  }

  /// Each body as its options written out with their places.
  static let bodies: [Case<String>] = [
    Case("plain", "rate: 0.1", "rate@2:1-5=0.1@2:7-10"),
    Case("comment", "a: b  # c", "a@2:1-2=b@2:4-5"),
    Case("quoted", "a: \"b\"\nc: 'd''e'", "a@2:1-2='b'@2:4-7 c@3:1-2='d'e'@3:4-10"),
    Case("empty value", "a:\nb: ''", "a@2:1-2=@2:3-3 b@3:1-2=''@3:4-6"),
    Case("words", "a: uniform(-0.5, 0.5)", "a@2:1-2=uniform(-0.5, 0.5)@2:4-22"),
    Case(
      "flow list", "a: [10 relu, 'x' ]", "a@2:1-2=[10 relu@2:5-12 'x'@2:14-17]@2:4-19"),
    Case("empty list", "a: [ ]", "a@2:1-2=[]@2:4-7"),
    Case("block list", "a:\n  - b\n  - c d", "a@2:1-2=[b@3:5-6 c d@4:5-8]@3:3-4:8"),
    Case("flow mapping", "a: {b: 1}", "a@2:1-2={b@2:5-6=1@2:8-9}@2:4-10"),
    Case("block mapping", "a:\n  b: 1", "a@2:1-2={b@3:3-4=1@3:6-7}@3:3-7"),
    Case("quoted key", "\"a b\": 1", "a b@2:1-6=1@2:8-9"),
    Case("wide key and list", "漢: [👩‍🔬, é]", "漢@2:1-2=[👩‍🔬@2:5-6 é@2:8-9]@2:4-10"),
    Case("over lines", "a: b\n  c\nd: e", "a@2:1-2=b c@2:4-3:4 d@4:1-2=e@4:4-5"),
    Case("literal block", "a: |\n  b\n   c\n", "a@2:1-2=b\n c\n@2:4-4:5"),
    Case("escapes", "a: \"\\u00e9\\t\\\"\\x41\"", "a@2:1-2='é\t\"A'@2:4-20"),
  ]

  @Test(arguments: bodies) func body(_ row: Case<String>) throws {
    let notebook = try read("```train\n\(row.text)\n```")
    #expect(notebook.steps.first.map { written($0.options) } == row.expected)
  }

  @Test func check() throws {
    let notebook = try read(
      """
      ```check
      # Two claims.
      4 and 9 are confused: dev.confusion.rank(4, 9) <= 5

      "Ünder 3: yes":   a - b < 0.03
        of two: parts: x
      ```
      """)
    #expect(
      notebook.steps.first.map { written($0.options) }
        == "4 and 9 are confused@3:1-21=dev.confusion.rank(4, 9) <= 5@3:23-52"
        + " Ünder 3: yes@5:2-14=a - b < 0.03@5:19-31 of two: parts@6:3-16=x@6:18-19")
  }

  @Test func caption() throws {
    let notebook = try read("```plot\ncaption: \"*Of* `{a}`\"\n```\n```plot\ncaption: ''\n```")
    #expect(
      notebook.steps.map(\.caption) == [[.emphasis([.text("Of")]), .text(" "), .value(0)], []])
  }

  /// Lists in brackets, mappings in braces, quoted scalars in quotes, each with its place.
  private func written(_ options: [StepOption]) -> String {
    options.map { "\($0.key)@\($0.keyRange.short)=\(written($0.value))" }.joined(separator: " ")
  }

  private func written(_ value: OptionValue) -> String {
    let text =
      switch value {
      case .scalar(let text, let isQuoted, _): isQuoted ? "'\(text)'" : text
      case .list(let values, _): "[" + values.map(written).joined(separator: " ") + "]"
      case .mapping(let options, _): "{" + written(options) + "}"
      }
    return "\(text)@\(value.range.short)"
  }
}

@Suite struct OptionValueTests {
  @Test func commandLineValues() throws {
    guard case .scalar("0.1", isQuoted: false, _) = try OptionValue(parsing: "0.1"),
      case .scalar("a b", isQuoted: true, _) = try OptionValue(parsing: "'a b'"),
      case .scalar("", isQuoted: false, _) = try OptionValue(parsing: ""),
      case .list(let values, _) = try OptionValue(parsing: "[10 relu, 10 softmax]"),
      case .scalar("10 softmax", isQuoted: false, let range) = values.last,
      case .mapping(let options, _) = try OptionValue(parsing: "{a: 1}")
    else {
      Issue.record("not as written")
      return
    }
    #expect(range.short == "1:11-21")
    #expect(options.map(\.key) == ["a"])
  }

  @Test(arguments: [
    Case("list", "[1, 2", "unclosed list; add the ']'"),
    Case(
      "alias", "*a",
      "YAML anchors and aliases are not read; write the value out, or in quotes if it is text"),
    Case("duplicate", "{a: 1, a: 2}", "duplicate key 'a'; keep one of them"),
    Case("nesting", String(repeating: "[", count: 2000), "YAML nested more than 64 levels deep"),
  ])
  func mistake(_ row: Case<String>) {
    #expect(throws: YAMLProblem(message: row.expected)) { try OptionValue(parsing: row.text) }
  }
}
