import FuzzTargets
import Testing

/// A kind of input of any size.
struct Shape: Sendable, CustomTestStringConvertible {
  let name: String
  let target: FuzzTarget
  /// Repetitions of the smallest input.
  let count: Int
  let input: @Sendable (Int) -> [UInt8]

  var testDescription: String { name }

  func read(repetitions: Int) { target.run(input(repetitions)) }

  /// Text that repeats.
  static func text(
    _ name: String, _ piece: String, _ target: FuzzTarget = .prose, count: Int = 4000,
    before: String = "", after: String = ""
  ) -> Shape {
    Shape(name: name, target: target, count: count) { repetitions in
      Array((before + String(repeating: piece, count: repetitions) + after).utf8)
    }
  }

  /// Text whose pieces differ by their number.
  static func numbered(
    _ name: String, _ target: FuzzTarget = .prose, count: Int = 1000, before: String = "",
    after: String = "", _ piece: @escaping @Sendable (Int) -> String
  ) -> Shape {
    Shape(name: name, target: target, count: count) { repetitions in
      Array((before + (0..<repetitions).map(piece).joined() + after).utf8)
    }
  }

  static let all = prose + blocks + mistakes + names + opened + code + data

  private static let prose = [
    text("a paragraph of words", "lorem ipsum "),
    text("lines", "lorem\n"),
    text("blank lines", "\n"),
    text("open brackets", "["),
    text("closed brackets", "[a]"),
    text("links", "[a](b) "),
    text("unclosed links", "[a](b"),
    text("images within nothing", "![[]()"),
    text("emphasis", "*a **b* "),
    text("unclosed emphasis", "_a "),
    text("asterisks", "*"),
    text("tildes", "~~a "),
    text("backticks that differ", "`a ``b "),
    Shape(name: "runs of backticks", target: .prose, count: 4000) { count in
      let longest = Int(Double(2 * count).squareRoot())
      return Array((0..<longest).map { "e" + String(repeating: "`", count: $0) }.joined().utf8)
    },
    text("code spans", "`a` "),
    text("inline values", "`{train.a}` "),
    text("formulas", "$`x_1`$ "),
    text("dollars and code", "$`"),
    text("a long formula", "x_1 + ", before: "```math\n", after: "x\n```\n"),
    text("rows of a formula", "a & b \\\\ ", count: 2000, before: "```math\n\\begin{matrix}"),
    text("misspelt commands", "\\alhpa ", before: "```math\n", after: "x\n```\n"),
    text("braces in a formula", "{", before: "```math\n", after: "x\n```\n"),
    text("primes", "'", before: "```math\n", after: "x\n```\n"),
    text("processing instructions", "a <?"),
    text("declarations", "a <!A "),
    text("character data", "a <![CDATA[ "),
    text("comments", "a <!-- "),
    text("tags", "a <b c=\"d"),
    text("addresses", "http://a.b "),
    text("an address of parentheses", ")", before: "www.a.b"),
    text("mail addresses", "a@b.c "),
    text("lines of mail addresses", "a@b.c, mailto:d@e.f\n"),
    text("entities", "&amp;&#x;"),
    text("combining accents", "\u{301}", before: "a"),
    text("flags", "🇩🇪"),
  ]

  private static let mistakes = [
    numbered("unknown values in a line", .notebook) { "`{step\($0).a}` " },
    numbered("wrong values in a line", .notebook) { "`{step\($0)` " },
    numbered("claims", .notebook, before: "```check\n", after: "```\n") {
      "claim \($0): train.a < \($0)\n"
    },
    numbered("claims that are none", .notebook, before: "```check\n", after: "```\n") {
      "claim \($0)\n"
    },
    numbered("options", .options) { "option\($0): 1\n" },
    text("a list of options", "a, ", .options, before: "a: [", after: "]"),
    text("nested YAML", "[", .options),
    text("equal options", "rate: 1\n", .options),
    Shape(name: "lists whose ends are not known", target: .options, count: 1000) { count in
      let lists = String(repeating: "[\"\\e\"], ", count: count)
      return Array("x: [\(lists)\n\(String(repeating: "  q,\n", count: count))  ]\n".utf8)
    },
    numbered("keys of the front matter", .frontMatter) { "key\($0): a\n" },
    text("a long title", "`{a.b}` ", .frontMatter, before: "title: \"", after: "\""),
    text("unclosed fences of steps", "```trian\n", .notebook),
    text("formulas", "$a_1$ ", .notebook),
    text("dollars", "$a ", .notebook),
    text("brackets of formulas", "\\(a ", .notebook),
    text("citations", "[@b] [@c", .notebook),
    text("notes that are not there", "[^b] ", .notebook),
    text(
      "citations within nothing", "[^", .notebook, before: "---\nreferences: {k: x}\n---\n[^k] ",
      after: "]\n"),
    Shape(name: "a long kind in a quote", target: .notebook, count: 2000) { count in
      let word = String(repeating: "a", count: count)
      return Array("> ```\(word)\\! \(word)\n> x\n> ```\n".utf8)
    },
    text("open tags", "<sub>", .notebook),
    text("pairs of tags", "<sub>a</sub>", .notebook),
    text("unclosed comments", "<!-- a\n", .notebook),
    numbered("tags of many names", .notebook, count: 4000) { "<a\($0)>" },
    numbered("tags of many names in a block", .notebook, count: 4000, before: "<div>\n") {
      "<a\($0)>\n"
    },
    text("tags in a block", "<a < ", .notebook, before: "<div>\n"),
    text("values in addresses", "[a](b`{c}`) ", .notebook),
    text("cells too many", "|a|b|c|\n", .notebook, before: "|a|b|\n|-|-|\n"),
    text("claims of no kind", "```\na: b.c > 1\n```\n\n", .notebook, count: 1000),
    text("lines above front matter", "<!-- a -->\n", .notebook, after: "---\na: b\n---\n"),
    text("controls", "\u{1B}[1m", .notebook, before: "`{", after: "}`"),
    text("parentheses", "(", .expression),
    text("closed parentheses", "(", .expression, after: "1" + String(repeating: ")", count: 50)),
    text("signs", "-", .expression, after: "1"),
    text("negations", "not ", .expression, after: "true"),
    text("sums", "1 + ", .expression, after: "1"),
    text("comparisons", "1 < ", .expression, after: "1"),
    text("members", ".a", .expression, before: "train"),
    text("subscripts", "[0]", .expression, before: "train.l"),
    text("powers", "2 ** ", .expression, after: "1"),
    text("a format of digits", "9", .format),
    text("a fill with accents", "\u{301}", .format, before: "e", after: ">1000"),
  ]

  private static let code = [
    text("nested interpolations", "\"\\(", .listing),
    text("quotes", "\"", .listing),
    text("nested comments", "/*", .listing),
    text("hashes", "#", .listing),
    Shape(name: "a raw string of hashes", target: .listing, count: 1000) { count in
      let text = String(repeating: "a", count: count)
      return Array("\(String(repeating: "#", count: count))\"\(text)".utf8)
    },
    Shape(name: "a path of declarations", target: .listing, count: 100) { count in
      let path = String(repeating: "a.", count: count) + "a"
      return Array("\(path)\n\(String(repeating: "struct a {\n", count: count))".utf8)
    },
    text("hyphens of YAML", "- ", .listing, after: "a"),
    text("words of YAML", "a b", .listing),
    text("calls", "f(a.b, 1)\n", .listing),
    text("indentation", " ", .listing, after: "a"),
  ]

  private static let data = [
    text("blank rows", "\n", .csv, before: "label,pixel0,pixel1\n", after: "1,2,3\n"),
    text("rows of data", "1,2,3\n", .csv, before: "label,pixel0,pixel1\n"),
    text("quoted rows", "\"1\",\"2\",\"3\"\n", .csv, before: "label,pixel0,pixel1\n"),
    text("doubled quotes", "\"\"\",", .csv, before: "label,pixel0\n"),
    numbered("columns", .csv, before: "label", after: "\n1\n") { ",pixel\($0)" },
    text("commas", ",", .csv),
    text(
      "bytes behind a header", "\0", .idx, before: "\0\0\u{8}\u{3}\0\0\0\u{2}\0\0\0\u{2}\0\0\0\u{2}"
    ),
    text("bytes that are no gzip", "\0", .gzip, before: "ab"),
    text("a store entry", "a", .entry, before: "DBENTRY\n"),
  ]
}
