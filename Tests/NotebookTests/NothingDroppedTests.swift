import Notebook
import Testing

/// What is plainly meant as an instruction is one, or is told of at its place: nothing is dropped,
/// and nothing reaches the page as it stands by accident.
@Suite struct NothingDroppedTests {
  /// What is told first of a text, and the advice that goes with it.
  static let cases: [Case<[String]>] = [
    Case("a tag", "a <b>c</b> <b>", ["1:3: error: raw HTML: <b>\n", "^~~ write **words**"]),
    Case(
      "a value in a block", "<div>\n`{a.b}`\n</div>",
      ["1:1: error: raw HTML: <div>\n", "^~~~ write Markdown"]),
    Case(
      "a step in a block", "<details><summary>a</summary>\n```check\nb: c.d > 1\n```\n</details>",
      ["1:1: error: raw HTML: <details>", "2:4: error: 'check' step within raw HTML"]),
    Case("an unclosed comment", "a\n\n<!-- b\nc\n", ["3:1: error: unclosed comment"]),
    Case(
      "text beside a comment", "<!-- a --> b",
      ["1:1: error: text beside a comment is not read", "on a line of its own"]),
    Case("a tag that is open", "a <sub>b", ["1:3: error: unclosed <sub>", "end it with </sub>"]),
    Case("a tag that closes nothing", "a</sub>", ["1:2: error: </sub> closes nothing"]),
    Case(
      "attributes", "<kbd onclick=x>a</kbd>",
      ["1:1: error: raw HTML: <kbd>", "without attributes"]),
    Case(
      "front matter below a blank line", "\n---\ntitle: a\n---\n",
      ["2:1: error: front matter below the first line", "put it first"]),
    Case(
      "front matter below a comment", "<!-- a\nb -->\n---\nseed: 7\n...\n",
      ["3:1: error: front matter below the first line"]),
    Case(
      "front matter set in", " ---\n title: a\n ---\n",
      ["1:2: error: indented front matter", "at the left margin"]),
    Case(
      "a title that is cut", "---\ntitle: Model #2\n---\n",
      ["2:14: error: ' #' cuts the title here", "^~ put the text in quotes"]),
    Case(
      "a key figure that is cut", "---\nkey-figures:\n  a: b #2\n---\n",
      ["3:8: error: ' #' cuts the key figure here"]),
    Case(
      "a caption that is cut", "```plot\nshow: x # fine\ncaption: Model #2, `{a.b}`\n```",
      ["3:16: error: ' #' cuts the caption here"]),
    Case(
      "a label that is cut", "```plot\nlabels:\n  - Run #3\n```",
      ["3:9: error: ' #' cuts the labels here"]),
    Case(
      "an indented check", "    ```check\n    a: b.c > 1\n    ```",
      ["1:8: error: 'check' step within an indented code block", "at the left margin"]),
    Case("a check behind a tab", "\t```check\n", ["1:5: error: 'check' step within an indented"]),
    Case(
      "claims of no kind",
      "```load\n```\n\n```assert\na: load.rows > 1\n\n# b\nc: load.rows < 2\n```",
      ["4:4: error: claims in a fence of no kind, 'assert'", "write ```check"]),
    Case(
      "claims without a kind", "```load\n```\n\n```\na: load.rows == 1\n```",
      ["4:1: error: claims in a fence without a kind"]),
    Case(
      "claims with a colon in their expressions",
      "```load\n```\n\n```\na: load.at(iteration: 250).rows == 1\n```",
      ["4:1: error: claims in a fence without a kind"]),
    Case(
      "a kind behind a dot", "```.check\na: b.c > 1\n```",
      ["1:4: error: unknown step kind '.check'", "did you mean 'check'?"]),
    Case(
      "an abbreviated kind", "```eval\non: dev\n```",
      ["1:4: error: unknown step kind 'eval'", "did you mean 'evaluate'?"]),
    Case(
      "front matter of TOML", "+++\ntitle = \"a\"\n+++\n\n`{`",
      ["1:1: error: front matter between '+++'", "write --- in place of both"]),
    Case(
      "front matter of TOML that is open", "\n+++\ntitle = \"a\"\n\na",
      ["2:1: error: front matter between '+++'"]),
    Case(
      "a language by its name", "---\nlanguage: German\n---\n",
      ["2:11: error: 'German' is not a language tag", "write de"]),
    Case(
      "a lost cell", "| a | b |\n|---|---|\n| c | `d | e` |",
      ["3:12: error: a row with 3 cells in a table of 2 columns", "^~~~ write \\| for a bar"]),
    Case(
      "a table that is none", "| a | b |\n|---|\n| c | d |",
      ["2:1: error: no table: 1 cell below a header of 2"]),
    Case(
      "a caption without an empty line above it", "| a |\n|---|\n| b |\nTable: c",
      ["4:1: error: a caption that is a row of its table", "leave an empty line between them"]),
    Case(
      "a box", "> [!NOTE]\n> a",
      ["1:3: error: [!NOTE] makes no box", "begin the quote with **Note.**"]),
    Case("a citation", "a [@b2020, p. 3].", ["1:3: error: a citation, [@b2020, p. 3]", "[^b2020"]),
    Case("a footnote that is not there", "a[^b]", ["1:2: error: there is no footnote [^b]"]),
    Case(
      "a formula", "It is $x_1 + 2$.",
      ["1:7: error: a formula between $\n", "^~~~~~~~~ write a formula between $` and `$"]),
    Case("a letter", "It is $m$.", ["1:7: error: a formula between $\n"]),
    Case("a formula apart", "$$\na\n$$", ["1:1: error: a formula between $$"]),
    Case(
      "a formula in brackets", "\\(a\\) or \\[a_1\\]",
      ["1:1: error: a formula between \\(", "1:10: error: a formula between \\["]),
    Case(
      "a misspelt command", "It is $`a + \\alhpa`$.",
      [
        "1:13: error: unknown command '\\alhpa' in a formula", "^~~~~~ did you mean \\alpha?",
      ]),
    Case(
      "a misspelt command in a table", "| a |\n|---|\n| b $`\\alhpa`$ |",
      ["3:7: error: unknown command '\\alhpa'"]),
    Case(
      "a misspelt command in a fence", "```math\na\n  + \\alhpa\n```",
      ["3:5: error: unknown command '\\alhpa'"]),
    Case(
      "a misspelt command in a quote", "> ```math\n> \\alhpa\n> ```",
      ["1:1: error: unknown command '\\alhpa'"]),
    Case(
      "a reference to nothing", "`{curv.figure}`\n\n```plot curve\na: b\n```",
      [
        "1:3: error: nothing is called 'curv'",
        "| `{curv.figure}`\n      |   ^~~~ did you mean 'curve'?",
      ]),
    Case(
      "a reference to a caption above its table",
      "Table tries: A.\n\n| a |\n|---|\n| b |\n\n`{tries.table}`\n\n```try\na: b\n```",
      [
        "7:3: error: nothing is called 'tries'",
        "put its caption, on line 1, right below what it is of",
      ]),
    Case(
      "a reference to what a step has not", "`{dev.figure}`\n\n```evaluate dev\na: b\n```",
      ["1:3: error: 'dev', of kind evaluate, has no figure", "write dev.table"]),
    Case(
      "a reference to one too many", "`{dev.table[2]}`\n\n```evaluate dev\na: b\n```",
      ["error: 'dev' has no more than 2 tables for certain", "write an index below 2"]),
    Case(
      "a reference in a caption", "```plot curve\ncaption: See `{b.figure}`.\n```",
      ["2:16: error: nothing is called 'b'"]),
    Case(
      "a reference in a title", "---\ntitle: See `{b.figure}`\n---\n",
      ["2:14: error: nothing is called 'b'"]),
    Case(
      "a reference with a format", "`{dev.table:.1%}`\n\n```evaluate dev\na: b\n```",
      ["error: a reference with a format"]),
    Case(
      "two things of one name",
      "| a |\n|---|\n| b |\n\nTable dev: A.\n\n```evaluate dev\na: b\n```",
      ["5:1: error: something else is called 'dev', too"]),
    Case("a formula that does not end", "$`{a`$", ["1:3: error: a brace that is not closed"]),
    Case(
      "a value in the title of a link", "[a](b \"`{c.d}`\")",
      ["error: a value within the title of a link"]),
    Case(
      "a value with blanks in an address", "[a](https://b.org/?c=`{d.e + 1}`)",
      ["error: an address that ends within a value", "[words](<address>)"]),
    Case(
      "a fence that the next step ends", "```load\nmnist: a\n\n```split\ndev: 1\n```\n\nb",
      ["1:1: error: unclosed fence", "close it before line 4, where the next step begins"]),
    Case(
      "a no-break space", "---\ntitle:\u{A0}a\n---\n",
      ["2:7: error: a no-break space or the like", "write a plain space"]),
    Case(
      "a star", "---\ntitle: *Important*\n---\n",
      ["error: a value cannot begin with '*' or '&'", "put the value in quotes"]),
  ]

  @Test(arguments: cases) func told(_ row: Case<[String]>) {
    let printed = mistakes(in: row.text)
    for text in row.expected {
      #expect(printed.contains(text), "'\(text)' is not in:\n\(printed)")
    }
  }

  @Test("Tags that nest without bound are refused")
  func deepTags() {
    let text =
      String(repeating: "<sub>", count: 5000) + "a" + String(repeating: "</sub>", count: 5000)
    #expect(mistakes(in: text).contains("error: tags nested more than 100 levels deep"))
  }

  @Test("One mistake is told once")
  func once() {
    #expect(mistakes(in: "<b>a</b> <b>c</b>\n\n<b>").ranges(of: "error:").count == 1)
    let text = "```load\nmnist: a\n\n```split\ndev: 1\n```\n\nb\n\n```train\n```\n"
    #expect(mistakes(in: text).ranges(of: "error:").count == 1)
  }

  @Test(
    "What only looks like it is left alone",
    arguments: [
      "It costs $5 or $6, US$7 and $1,000.", "a \\$x_1\\$ b", "`$x_1$`", "[a\\] \\[b", "a_b $5_000",
      "[^a] b\n\n[^a]: c", "a \\[^b]", "[a](https://b.org/$c_1$)", "<https://a.org/$b_1$>",
      "a@b.org and [@", "| a |\n|---|\n| b \\| c |", "a | b\n\n---", "> [a] b",
      "````markdown\n```check\na: b.c > 1\n```\n````", "```text\na: load.rows > 1\n```",
      "```load\n```\n\n```\na: b.rows > 1\n```", "```load\n```\n\n```yaml\na: load.rows\n```",
      "---\nauthor: 'Team #3'\ntitle: >\n  Model #2\n---\n", "a <!-- b --> c\n",
      "1 < 2 > 0 &lt;b&gt;",
      "---\ntitle: a#b\n---\n", "a\n\n---\n\na: b\n", "a  \nb<br/>c<sup>2</sup>",
      "    code\n    ```",
      "```plot\nshow: x  # a comment\nmodel: none # another\n```",
    ])
  func leftAlone(_ text: String) {
    #expect(mistakes(in: text) == "")
  }

  @Test("A mistake in a value over two lines stands where it is written")
  func wrapped() throws {
    let value = try #require(try read("> a `{b +\n> cd.e}`\n").inlineValues.first)
    #expect(value.expression == "b + cd.e")
    #expect(value.places.range(of: 4..<6).short == "2:3-5")
    #expect(value.places.range(of: 0..<1).short == "1:7-8")
    #expect(value.places.range(of: 0..<8).short == "1:7-2:7")
    #expect(value.places.range(of: 8..<8).short == "2:7-8")
  }

  @Test("A claim may have colons in brackets and quotes of its expression")
  func colonsInClaims() throws {
    let notebook = try read(
      "```check\nSo: it is: a.at(iteration: 5) > b[c: d] or x == \"e: f\"\n```")
    let option = try #require(notebook.steps.first?.options.first)
    #expect(option.key == "So: it is")
    #expect(notebook.source.slice(option.value.range).hasPrefix("a.at(iteration: 5)"))
  }
}
