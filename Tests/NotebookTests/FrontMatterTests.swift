import Notebook
import Testing

@Suite struct FrontMatterTests {
  @Test func everyKey() throws {
    let notebook = try read(
      """
      ---
      title: Digits, *read*
      subtitle: 'With `code`'
      author: A. Reader
      key-figures:
        Right: '`{dev.accuracy:.1%}` of all'
      language: pt-BR
      seed: 4294967295   # the largest
      ---
      Text
      """)
    #expect(
      notebook.frontMatter
        == FrontMatter(
          title: [.text("Digits, "), .emphasis([.text("read")])],
          subtitle: [.text("With "), .code("code")], author: "A. Reader",
          keyFigures: [KeyFigure(label: "Right", text: [.value(0), .text(" of all")])],
          language: "pt-BR", seed: .max, seedRange: SourceRange(line: 8, column: 7, length: 10)))
    #expect(notebook.inlineValues.map(\.expression) == ["dev.accuracy"])
    #expect(notebook.blocks == [.paragraph([.text("Text")])])
  }

  @Test(arguments: ["", "Text", "---\n---\n", "---\n# none\n---", "--- \n\ntitle:\n---\t\n"])
  func nothingWritten(_ text: String) throws {
    #expect(
      try read(text).frontMatter
        == FrontMatter(
          title: [.text("x")], subtitle: nil, author: nil, language: "en", seed: 0,
          seedRange: nil))
  }

  /// A title is running text, whatever block it might be elsewhere.
  @Test(arguments: [
    "1. A list", "# A heading", "C #", "> quote", "a | b", "- [x] task", "``` fence", "    code",
    "***", "a  b", "\\", "[x]: y",
  ])
  func titleIsOneLine(_ title: String) throws {
    let notebook = try read("---\ntitle: '\(title)'\n---")
    let trimmed = title.drop { $0 == " " }
    #expect(notebook.frontMatter.title == [.text(String(trimmed))])
  }

  @Test(arguments: [
    Case("plain", "x.md", ["x", ""]), Case("folders", "a/b/x.y.md", ["x.y", "a/b"]),
    Case("absolute", "/x.md", ["x", "/"]), Case("dots", "../x", ["x", ".."]),
    Case("hidden", "./.md", [".md", "."]),
  ])
  func nameAndFolder(_ row: Case<[String]>) throws {
    let notebook = try read("", path: row.text)
    #expect([notebook.name, notebook.folder] == row.expected)
    #expect(notebook.frontMatter.title == [.text(row.expected[0])])
  }

  @Test func onlyAtTheTop() throws {
    #expect(try read("\n---\nnone: x\n---").frontMatter.seed == 0)
    #expect(try read("----\nseed: x\n").frontMatter.seed == 0)
  }

  @Test func referencesAreCitedLikeNotes() throws {
    let notebook = try read(
      """
      ---
      date: 2026-03-14
      licence: CC BY 4.0
      section-numbers: true
      references:
        guo2017: "Guo, C.: *Calibration*"
      ---

      As known[^guo2017], and not [^else].

      [^else]: Unused
      """)
    let matter = notebook.frontMatter
    #expect(matter.date == "2026-03-14" && matter.licence == "CC BY 4.0" && matter.numbersSections)
    #expect(
      matter.references == [
        Reference(key: "guo2017", text: [.text("Guo, C.: "), .emphasis([.text("Calibration")])])
      ])
    guard case .paragraph(let text)? = notebook.blocks.first else {
      Issue.record("no paragraph")
      return
    }
    #expect(text.prefix(2) == [.text("As known"), .footnoteReference(label: "guo2017")])
  }

  @Test("A work is cited in any letters, and within links and the words of images")
  func citationsEverywhere() throws {
    let notebook = try read(
      """
      ---
      references:
        LeCun1998: The data set
      ---
      A[^lecun1998] [b[^LeCun1998]](#c) ![d[^LECUN1998]](e.png)
      """)
    let cited = Inline.footnoteReference(label: "LeCun1998")
    #expect(
      notebook.blocks.first
        == .paragraph([
          .text("A"), cited, .text(" "),
          .link(destination: LinkAddress([.text("#c")]), title: "", [.text("b"), cited]),
          .text(" "), .image(path: "e.png", title: "", [.text("d"), cited]),
        ]))
  }

  @Test(
    "Only days of the calendar are dates",
    arguments: ["2026-02-29", "14.3.2026", "2026-13-01", "2026-+1-+2", "-026-01-02"])
  func dates(_ text: String) throws {
    #expect(throws: NotebookProblems.self) { try read("---\ndate: \(text)\n---\n") }
  }
}
