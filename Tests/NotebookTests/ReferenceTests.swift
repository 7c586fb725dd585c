import Notebook
import Testing

@Suite struct ReferenceTests {
  private static let steps = "\n\n```plot curve\na: b\n```\n\n```evaluate\na: b\n```"

  @Test("References name a figure or a table")
  func namesOfThings() throws {
    let notebook = try read("`{curve.figure}`, `{ evaluate.table[1] }`" + Self.steps)
    #expect(
      notebook.blocks.first
        == .paragraph([
          .reference(
            NumberedReference(
              .figure, of: "curve", range: SourceRange(line: 1, column: 3, length: 12))),
          .text(", "),
          .reference(
            NumberedReference(
              .table, of: "evaluate", index: 1, range: SourceRange(line: 1, column: 22, length: 17))
          ),
        ]))
    #expect(notebook.inlineValues.isEmpty)
  }

  @Test("Every reference is known, with the place of its name alone")
  func everyReference() throws {
    let notebook = try read(
      """
      ---
      title: "In \\"\\" `{curve.figure}`"
      references:
        a: "`{curve.figure}`"
      ---
      | `{ evaluate.table }` | [`{curve.figure}`](#a) |
      |---|---|

      > It is ``{evaluate.table[1]}``.[^a]

      # a

      ```plot curve
      caption: >
        As
        `{evaluate.table}`
      ```

      ```evaluate
      tables: ['`{curve.figure}`']
      ```
      """)
    let places = notebook.numberedReferences.map { reference in
      "\(reference.nameRange.start.line) \(notebook.source.slice(reference.nameRange))"
    }
    #expect(
      places == [
        "2 curve", "4 curve", "6 evaluate", "6 curve", "9 evaluate", "16 evaluate", "20 curve",
      ])
  }

  @Test(
    "Longer expressions are values", arguments: ["{a.figure.b}", "{a.table + 1}", "{a.figures}"])
  func values(code: String) throws {
    #expect(try read("`\(code)`").inlineValues.count == 1)
  }

  @Test(
    "A figure by its number is warned of",
    arguments: [
      ("See Figure 3.", "1:5-13"), ("see Figure 12)", "1:5-14"), ("Tab. 2 has it", "1:1-7"),
      ("as Figure\n3 shows", "1:4-2:2"), ("| Table 1 |\n|---|", "1:3-10"),
    ]) func warned(text: String, place: String) throws
  {
    let warnings = try read(text).warnings
    #expect(warnings.map { $0.range?.short } == [place])
    #expect(warnings.first?.message.contains("by its number") ?? false)
  }

  @Test(
    "A caption begins with the word of any language of a page",
    arguments: [
      "Table r: a", "Tabelle r: a", "Tabla r: a", "Tableau r : a", "Tableau r\u{A0}: a",
      "Tableau\u{202F}: a", "Table: a",
    ]) func captions(_ caption: String) throws
  {
    let notebook = try read("| a |\n|---|\n| b |\n\n\(caption)")
    guard case .captioned(.table, let found)? = notebook.blocks.first else {
      Issue.record("\(notebook.blocks)")
      return
    }
    #expect(found.name == (caption.contains(" r") ? "r" : nil) && found.text == [.text("a")])
  }

  @Test(
    "A value or a reference without its backticks is warned of",
    arguments: [
      ("It reads {dev.accuracy:.1%} of them", "1:10-28"), ("see {confusion.figure}.", "1:5-23"),
      ("# {dev.accuracy}", "1:3-17"), ("({ best-one.count })", "1:2-20"),
      ("**{a.b[0]}**", "1:3-11"), ("<{a.b}>", "1:2-7"),
    ]) func bareValue(text: String, place: String) throws
  {
    let warnings = try read(text).warnings
    #expect(warnings.map { $0.range?.short } == [place])
    #expect(warnings.first?.message.contains("stands in the page as it is written") ?? false)
    #expect(warnings.first?.help?.hasPrefix("write `{") ?? false)
  }

  @Test(
    "Other braces are text",
    arguments: [
      "{a}", "\\{a.b}", "{.class}", "{#a.b}", "{a.b\nc}", "{1.5}", "{a. b}", "{a.5}", "{}",
      "`{a.b} {`",
      "[x](https://a.org/{a.b})", "{a.b",
    ]) func otherBraces(text: String) throws
  {
    let notebook = try? read(text)
    #expect(notebook?.warnings == [] || notebook == nil, "\(text)")
  }

  @Test(
    "Other numbers are no references",
    arguments: [
      "Figure 3 of LeCun et al.", "[Figure 3](https://a.org)", "`Figure 3`", "figures 3",
      "a table 12,000 rows long", "the Table: 3", "The figure 3", "Table 3.5", "Table 12,000",
      "tables of 3",
    ]) func silent(text: String) throws
  {
    #expect(try read(text).warnings == [])
  }
}
