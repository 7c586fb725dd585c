import Mathematics
import Notebook
import Testing

@Suite struct ProseTests {
  private static func formula(_ tex: String, apart: Bool = false) -> Formula {
    do { return try Formula(tex, isDisplayed: apart) } catch { fatalError("\(error)") }
  }

  static let structures: [Case<[Block]>] = [
    Case("nothing", "", []),
    Case(
      "paragraph", "a\nb  \nc",
      [.paragraph([.text("a"), .softBreak, .text("b"), .lineBreak, .text("c")])]),
    Case(
      "adjacent text is one", "a & b &amp; c_d [e] !", [.paragraph([.text("a & b & c_d [e] !")])]),
    Case(
      "emphasis", "*a* **b** ~~c~~ `d`",
      [
        .paragraph([
          .emphasis([.text("a")]), .text(" "), .strong([.text("b")]), .text(" "),
          .strikethrough([.text("c")]), .text(" "), .code("d"),
        ])
      ]),
    Case(
      "links and images", "[a](b \"c\") ![d](e.png)",
      [
        .paragraph([
          .link(destination: "b", title: "c", [.text("a")]), .text(" "),
          .image(path: "e.png", title: "", [.text("d")]),
        ])
      ]),
    Case(
      "bare address", "https://a.org",
      [.paragraph([.link(destination: "https://a.org", title: "", [.text("https://a.org")])])]),
    Case(
      "a break, and pairs of tags", "a<br>H<sub>2</sub>O *<kbd>x</kbd>*",
      [
        .paragraph([
          .text("a"), .lineBreak, .text("H"), .tagged(.sub, [.text("2")]), .text("O "),
          .emphasis([.tagged(.kbd, [.text("x")])]),
        ])
      ]),
    Case(
      "comments leave nothing", "<!-- a -->\n\nb<!-- `{c}` -->d\n\n<!--\n```load\n```\n-->\n\ne",
      [.paragraph([.text("bd")]), .paragraph([.text("e")])]),
    Case(
      "values in addresses", "[a](https://b.org/?c=`{d.e}`&f=`g`)",
      [
        .paragraph([
          .link(
            destination: LinkAddress([
              .text("https://b.org/?c="), .value(0), .text("&f="), .text("`g`"), .text(""),
            ]), title: "", [.text("a")])
        ])
      ]),
    Case(
      "formulas", "a $`x_1`$, $`{b.c}`$.",
      [
        .paragraph([
          .text("a "), .formula(formula("x_1")), .text(", "), .formula(formula("{b.c}")),
          .text("."),
        ])
      ]),
    Case(
      "no formulas", "$5 or `a`$ or \\$`b`$ or $ `c` $",
      [
        .paragraph([
          .text("$5 or "), .code("a"), .text("$ or $"), .code("b"), .text("$ or $ "), .code("c"),
          .text(" $"),
        ])
      ]),
    Case(
      "a formula apart", "```math\nx\n```\n\n> ```math\n> y\n> ```",
      [.formula(formula("x\n", apart: true)), .quote([.formula(formula("y\n", apart: true))])]),
    Case(
      "captions", "| a |\n|---|\n\nTable: B *c*.\n\n![d](e.png)\n\nFigure f-1: G\n\nTable: h",
      [
        .captioned(
          .table(.init(alignments: [.none], header: [[.text("a")]], rows: [])),
          ProseCaption(.table, name: nil, [.text("B "), .emphasis([.text("c")]), .text(".")])),
        .captioned(
          .paragraph([.image(path: "e.png", title: "", [.text("d")])]),
          ProseCaption(.figure, name: "f-1", [.text("G")])),
        .paragraph([.text("Table: h")]),
      ]),
    Case(
      "no captions",
      "| a |\n|---|\n\nTable of contents: b\n\n| a |\n|---|\n\nFigure: b",
      [
        .table(.init(alignments: [.none], header: [[.text("a")]], rows: [])),
        .paragraph([.text("Table of contents: b")]),
        .table(.init(alignments: [.none], header: [[.text("a")]], rows: [])),
        .paragraph([.text("Figure: b")]),
      ]),
    Case("quote", "> a", [.quote([.paragraph([.text("a")])])]),
    Case("rule", "***", [.thematicBreak]),
    Case(
      "lists", "- a\n- [x] b\n- [ ] c\n\n\n3. d\n\n4. e",
      [
        .list(
          .init(
            start: nil, isTight: true,
            items: [
              .init(isDone: nil, blocks: [.paragraph([.text("a")])]),
              .init(isDone: true, blocks: [.paragraph([.text("b")])]),
              .init(isDone: false, blocks: [.paragraph([.text("c")])]),
            ])),
        .list(
          .init(
            start: 3, isTight: false,
            items: [
              .init(isDone: nil, blocks: [.paragraph([.text("d")])]),
              .init(isDone: nil, blocks: [.paragraph([.text("e")])]),
            ])),
      ]),
    Case(
      "listings", "```swift title\nlet x\n```\n\n~~~\ny\n~~~\n\n    z",
      [
        .listing(language: "swift", text: "let x\n"), .listing(language: nil, text: "y\n"),
        .listing(language: nil, text: "z\n"),
      ]),
    Case(
      "table", "|a|b|c|d|\n|-|:-|:-:|-:|\n|1|*2*|",
      [
        .table(
          .init(
            alignments: [.none, .left, .centre, .right],
            header: [[.text("a")], [.text("b")], [.text("c")], [.text("d")]],
            rows: [[[.text("1")], [.emphasis([.text("2")])], [], []]]))
      ]),
    Case(
      "footnotes in order of use", "a[^y] b[^x] c[^y]\n\n[^x]: one\n[^y]: two",
      [
        .paragraph([
          .text("a"), .footnoteReference(label: "1"), .text(" b"), .footnoteReference(label: "2"),
          .text(" c"), .footnoteReference(label: "1"),
        ]),
        .footnote(label: "1", [.paragraph([.text("two")])]),
        .footnote(label: "2", [.paragraph([.text("one")])]),
      ]),
    Case("no reference", "a\\[^x]", [.paragraph([.text("a[^x]")])]),
  ]

  @Test(arguments: structures) func structure(_ row: Case<[Block]>) throws {
    #expect(try read(row.text).blocks == row.expected)
  }

  /// From headings to anchors, as GitHub shows them.
  static let headings: [Case<[String]>] = [
    Case("words", "# The *data* set", ["the-data-set"]),
    Case("punctuation", "# What's new, in 2.0?", ["whats-new-in-20"]),
    Case("other scripts", "# Größe 漢字", ["größe-漢字"]),
    Case("repeated", "# A\n# A\n# A-1\n# a", ["a", "a-1", "a-1-1", "a-2"]),
    Case("no words", "# !\n#\n", ["section", "section-1"]),
    Case("values do not count", "# Up to `{a}`", ["up-to"]),
  ]

  @Test(arguments: headings) func anchors(_ row: Case<[String]>) throws {
    let anchors = try read(row.text).blocks.compactMap { block in
      if case .heading(_, let anchor, _) = block { anchor } else { nil }
    }
    #expect(anchors == row.expected)
  }

  @Test func headingLevels() throws {
    #expect(
      try read("# a\nb\n---\n").blocks == [
        .heading(level: 1, anchor: "a", [.text("a")]),
        .heading(level: 2, anchor: "b", [.text("b")]),
      ])
  }

  @Test func plainTextOfInlines() {
    let inlines: [Inline] = [
      .text("a "), .strong([.code("b"), .softBreak, .value(1)]), .lineBreak,
      .link(destination: "x", title: "y", [.text("c")]), .tagged(.sup, []),
      .footnoteReference(label: "1"), .image(path: "p", title: "", [.text("d")]), .value(7),
    ]
    #expect(plainText(of: inlines, values: ["0", "97 %"]) == "a b 97 % cd")
  }

  @Test(arguments: [
    String(repeating: ">", count: 10_000), String(repeating: "- ", count: 2000) + "x",
    String(repeating: "> - ", count: 300) + "x",
  ])
  func deepBlocks(_ text: String) {
    let printed = mistakes(in: text)
    #expect(printed.hasPrefix("x.md:1:1: error: blocks nested more than 100 levels deep\n"))
  }

  @Test(arguments: ["*", "**", "[", "~~"]) func deepInlines(_ mark: String) {
    let closing = mark == "[" ? "](x)" : mark
    let text =
      String(repeating: mark + "a ", count: 2000) + "b"
      + String(repeating: " c" + closing, count: 2000)
    // A link holds no other: all but the innermost of them are text, and nothing is nested.
    guard mark != "[" else {
      #expect(mistakes(in: text) == "")
      return
    }
    #expect(mistakes(in: text).contains("error: text nested more than 100 levels deep"))
  }

  @Test func deepEmphasis() {
    let text = String(repeating: "*a **b ", count: 200) + String(repeating: "c** d*", count: 200)
    #expect(mistakes(in: text).contains("error: text nested more than 100 levels deep"))
  }
}

@Suite struct ConcurrencyTests {
  /// The Markdown parser's tables of special characters belong to the whole process.
  @Test func readersSideBySide() async throws {
    let text = String(repeating: "~~a~~ `{b}`\n\n|c|\n|-|\n|~~d~~|\n\n", count: 20)
    let expected = try read(text)
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<16 {
        group.addTask { (0..<5).allSatisfy { _ in (try? read(text)) == expected } }
      }
      for await isSame in group { #expect(isSame) }
    }
  }
}
