import Notebook
import Testing

@Suite struct InlineValueTests {
  /// Expression, format and their columns, a value a line.
  private static func places(_ notebook: Notebook) -> [String] {
    notebook.inlineValues.map { value in
      let format = value.format.map { ":\($0)" } ?? ""
      let formatPlace = value.formatRange.map { " \($0.short)" } ?? ""
      return "\(value.expression)\(format) \(value.expressionRange.short)\(formatPlace)"
    }
  }

  static let contexts: [Case<[String]>] = [
    Case("paragraph", "one `{a.b}` two", ["a.b 1:7-10"]),
    Case("format", "`{a:.2%}`", ["a:.2% 1:3-4 1:5-8"]),
    Case("format with its space", "`{a: .2f}`", ["a: .2f 1:3-4 1:5-9"]),
    Case("spaces around", "`{ a + b :,}`", ["a + b:, 1:4-9 1:11-12"]),
    Case("padded with two backticks", "`` {a} ``", ["a 1:5-6"]),
    Case("colon in a call", "`{f(a, ':'):,} `", []),
    Case("colon in quotes", "`{f(\"x:y\"):,}`", ["f(\"x:y\"):, 1:3-11 1:12-13"]),
    Case("colon in brackets", "`{a[1:2]:d}`", ["a[1:2]:d 1:3-9 1:10-11"]),
    Case("brace in quotes", "`{f('}')}`", ["f('}') 1:3-9"]),
    Case("two on a line", "`{a}` `{a}`", ["a 1:3-4", "a 1:9-10"]),
    Case("after the same text, escaped", "\\`{a}\\` `{a}`", ["a 1:11-12"]),
    Case("after the same text, doubled", "`` `{a}` `` `{a}`", ["a 1:15-16"]),
    Case("after a stray backtick", "``` `{a}`", ["a 1:7-8"]),
    Case("after a link's address", "<http://x/`> `{a}`", ["a 1:16-17"]),
    Case("after a comment", "x <!-- `{a}` --> `{a}`", ["a 1:20-21"]),
    Case("after wide characters", "漢字 👩‍🔬 é `{é}`", ["é 1:10-11"]),
    Case("after a line break", "one\ntwo\\\n three `{a}`", ["a 3:10-11"]),
    Case("right above a table", "a `{b}`\n| c |\n|---|\n| `{d}` |", ["b 1:5-6", "d 4:5-6"]),
    Case("indented line", "one\n    `{a}`", ["a 2:7-8"]),
    Case("over two lines", "`{a +\nb:.1f}`", ["a + b:.1f 1:3-2:2 2:3-6"]),
    Case("heading", "## Of `{a}` ##", ["a 1:9-10"]),
    Case("underlined heading", "Of `{a}`\n===", ["a 1:6-7"]),
    Case("emphasis and link", "**x _`{a}`_** [y `{b}`](z)", ["a 1:8-9", "b 1:20-21"]),
    Case("strikethrough", "~~`{a}`~~", ["a 1:5-6"]),
    Case("image", "![y `{b}`](z.png)", ["b 1:7-8"]),
    Case("list", "- `{a}`\n  more `{b}`\n\n  1. `{c}`", ["a 1:5-6", "b 2:10-11", "c 4:8-9"]),
    Case("task list", "- [x] `{a}`", ["a 1:9-10"]),
    Case("quote", "> x\n> `{a +\n>  b}`", ["a + b 2:5-3:5"]),
    Case("lazy quote", "> > x `{a`\ny `{a}`", ["a 2:5-6"]),
    Case("list in a quote", "> - x\n>   `{a}`", ["a 2:7-8"]),
    Case(
      "table", "| a `{h}` | b |\n|---|--:|\n| `{x}` | `{x}` |\n| | `{y}` |",
      ["h 1:7-8", "x 3:5-6", "x 3:13-14", "y 4:7-8"]),
    Case("table under text", "text\n| `{a}` |\n|---|\n| `{b}` |", ["a 2:5-6", "b 4:5-6"]),
    Case("table with a bar", "|a|\n|-|\n| `{f(\"\\|\", b)}` |", ["f(\"|\", b) 3:5-15"]),
    Case("table with a stray backtick", "|a|b|\n|-|-|\n| x ` y | `{b}` |", ["b 3:13-14"]),
    Case(
      "footnotes", "x[^b] `{z}` y[^a]\n\n[^a]: `{a}`\n[^b]: Bar\n    `{b}`\n\n    `{c}`",
      ["z 1:9-10", "b 5:7-8", "c 7:7-8", "a 3:9-10"]),
    Case("title", "---\ntitle: The `{a}` of `{b:d}`\n---\n", ["a 2:14-15", "b:d 2:23-24 2:25-26"]),
    Case(
      "quoted title", "---\ntitle: \"é \\\"x\\\" `{a.b}`\"\nsubtitle: 'it''s `{c}`'\n---\n",
      ["a.b 2:19-22", "c 3:20-21"]),
    Case(
      "caption", "```plot\ncaption: Of `{a}`\n```\n\n`{b}`", ["a 2:15-16", "b 5:3-4"]),
    Case(
      "folded caption", "```plot\ncaption: >\n  Ünd `{a}`\n  and `{b}`\n```",
      ["a 3:9-10", "b 4:9-10"]),
    Case("plain caption over lines", "```plot\ncaption: x\n  `{a}`\n```", ["a 3:5-6"]),
    Case("indented step", "  ```plot\n  caption: '`{a}`'\n  ```", ["a 2:15-16"]),
    Case("below front matter", "---\nseed: 1\n---\n\n`{a}`", ["a 5:3-4"]),
    Case("not in listings", "```swift\n`{a}`\n```\n\n    `{b}`\n\n<!-- `{c}` -->", []),
    Case("not wholly in braces", "`x {a}` `{a} ` `{a}.`", []),
  ]

  @Test(arguments: contexts) func place(_ row: Case<[String]>) throws {
    #expect(Self.places(try read(row.text)) == row.expected)
  }

  @Test(arguments: contexts) func placeWithOtherLineEnds(_ row: Case<[String]>) throws {
    for end in ["\r\n", "\r"] {
      let text = row.text.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: end)
      #expect(Self.places(try read("\u{FEFF}" + text)) == row.expected)
    }
  }

  @Test func literalBraces() throws {
    let notebook = try read("`\\{x}` `\\{}` `\\{a` `{`")
    #expect(
      notebook.blocks == [
        .paragraph([
          .code("{x}"), .text(" "), .code("{}"), .text(" "), .code("\\{a"), .text(" "),
          .code("{"),
        ])
      ])
    #expect(notebook.inlineValues.isEmpty)
  }

  @Test func orderOfIndices() throws {
    let notebook = try read(
      "---\ntitle: \"`{t}`\"\n---\n`{p}`\n\n```plot\ncaption: \"`{c}`\"\n```\n\n# `{h}`")
    #expect(notebook.inlineValues.map(\.expression) == ["t", "p", "c", "h"])
    #expect(notebook.frontMatter.title == [.value(0)])
    #expect(notebook.steps.first?.caption == [.value(2)])
  }
}
