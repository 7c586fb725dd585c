import Notebook
import Report
import Results
import Testing

@Suite struct HighlightingTests {
  /// The code of a listing as the page shows it, its colours as `kind‹text›`.
  static func coloured(_ code: String, _ language: String) throws -> String {
    let html = try Report.text([.listing(language: language, text: code)])
    return try #require(between("<code>", "</code>", in: html))
      .replacing(#/<span class="(.)">(.*?)</span>/#.dotMatchesNewlines()) { "\($0.1)‹\($0.2)›" }
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }

  @Test(arguments: [
    ("let a = 1.5e3 // b", "k‹let› a = n‹1.5e3› c‹// b›"),
    ("for i in 0..<n {}", "k‹for› i k‹in› n‹0›..<n {}"),
    ("x.self.init(1.max)", "x.self.init(n‹1›.max)"),
    ("/* a /* b */ c */ d", "c‹/* a /* b */ c */› d"),
    ("func f(_ a: [Float]) -> Int?", "k‹func› f(_ a: [t‹Float›]) -> t‹Int›?"),
    (#""a \"b\" \(c("d)")) e" f"#, #"s‹"a \"b\" \(c("d)")) e"› f"#),
    (##"#"a "b" \(c)"# d"##, ##"s‹#"a "b" \(c)"#› d"##),
    ("\"\"\"\na \"b\"\n\"\"\" c", "s‹\"\"\"\na \"b\"\n\"\"\"› c"),
    ("@main #if DEBUG", "a‹@main› k‹#if› t‹DEBUG›"),
    ("\"never closed\nlet a", "s‹\"never closed›\nk‹let› a"),
    ("/* never closed", "c‹/* never closed›"),
    ("\"never \\(closed", "s‹\"never \\(closed›"),
    ("naïve_2 = 0xFF_u", "naïve_2 = n‹0xFF_u›"),
  ])
  func swift(_ code: String, _ colours: String) throws {
    #expect(try Self.coloured(code, "swift") == colours)
  }

  @Test(arguments: [
    ("a: 1 # b", "y‹a›: n‹1› c‹# b›"), ("learning-rate: 0.1", "y‹learning-rate›: n‹0.1›"),
    ("layers: [10 relu, 10 softmax]", "y‹layers›: [n‹10› relu, n‹10› softmax]"),
    ("shuffle: true", "y‹shuffle›: k‹true›"), ("a b: 'c # d'", "y‹a b›: s‹'c # d'›"),
    ("scale: 1/255", "y‹scale›: n‹1›/n‹255›"), ("a: it's", "y‹a›: it's"),
    ("\"a\": \"b\\\"c\"", "y‹\"a\"›: s‹\"b\\\"c\"›"), ("to: a.csv#b", "y‹to›: a.csv#b"),
    ("# a: b", "c‹# a: b›"), ("a: \"never closed\nb: 2", "y‹a›: s‹\"never closed›\ny‹b›: n‹2›"),
  ])
  func yaml(_ code: String, _ colours: String) throws {
    #expect(try Self.coloured(code, "yaml") == colours)
  }

  @Test func interpolationsNestWithoutBound() throws {
    let nested = String(repeating: #""\("#, count: 50_000)
    #expect(try Self.coloured(nested, "swift") == "s‹\(nested)›")
    let closed = nested + "1" + String(repeating: #")""#, count: 50_000)
    #expect(try Self.coloured(closed + " f", "swift") == "s‹\(closed)› f")
  }

  @Test func otherLanguagesStayPlain() throws {
    #expect(try Self.coloured("let a = \"b\"", "brainfuck") == "let a = \"b\"")
  }

  @Test func claimsAreSplitAtTheirLastColon() throws {
    let html = try Report.cell(
      Sample.step("check", nil, "# note\nIt's: 4 > 3: a > b"), .notRun)
    #expect(
      between("<code>", "</code>", in: html) == """
        <span class="c"># note</span>
        <span class="y">It&#39;s: 4 &gt; 3</span>: a &gt; b
        """)
  }

  @Test(
    "The expression of a claim may hold a colon",
    arguments: [
      ("It fell: t.at(iteration: 250).loss < 1", "It fell"),
      ("Its name: c.name == 'a: b' == true", "Its name"),
      ("It's a: c.name == \"a: (b\" == true", "It's a"),
    ])
  func claimsWithColons(claim: String, sentence: String) throws {
    let html = try Report.cell(Sample.step("check", nil, claim), .notRun)
    let code = try #require(between("<code>", "</code>", in: html)).replacing("&#39;", with: "'")
    #expect(code.hasPrefix("<span class=\"y\">\(sentence)</span>: "), "\(code)")
  }
}
