import Notebook
import Testing

@Suite struct DiagnosticPrinterTests {
  private func printed(_ line: String, _ start: Int, _ length: Int, help: String? = "h") -> String {
    let source = SourceFile(path: "x.md", text: line)
    let range = SourceRange(line: 1, column: start, length: length)
    return DiagnosticPrinter(source: source).text(Diagnostic("m", at: range, help: help))
  }

  /// The excerpt and the caret's line beneath it.
  private func excerpt(_ line: String, _ start: Int, _ length: Int) -> [String] {
    printed(line, start, length).split(separator: "\n").dropFirst().map { String($0.dropFirst(8)) }
  }

  @Test func withoutAPlace() {
    let printer = DiagnosticPrinter(source: SourceFile(path: "a/x.md", text: "text"))
    #expect(printer.text(Diagnostic("m", at: nil)) == "a/x.md: error: m")
    #expect(
      printer.text(Diagnostic("m", at: nil, help: "h", severity: .warning))
        == "a/x.md: warning: m\n  h")
  }

  @Test func placeOutsideTheText() {
    let printer = DiagnosticPrinter(source: SourceFile(path: "x.md", text: "text"))
    for line in [0, 7] {
      let range = SourceRange(line: line, column: 3, length: 1)
      #expect(printer.text(Diagnostic("m", at: range)) == "x.md:\(line):3: error: m")
    }
    #expect(excerpt("ab", 9, 4) == ["ab", "  ^ h"])
    #expect(excerpt("ab", -3, 0) == ["ab", "^ h"])
    #expect(excerpt("", 1, 1) == ["", "^ h"])
  }

  @Test func largeLineNumbers() {
    let text = String(repeating: "\n", count: 123_455) + "ab"
    let range = SourceRange(line: 123_456, column: 2, length: 1)
    let printer = DiagnosticPrinter(source: SourceFile(path: "x.md", text: text))
    #expect(
      printer.text(Diagnostic("m", at: range, help: "h"))
        == "x.md:123456:2: error: m\n123456 | ab\n       |  ^ h")
  }

  @Test func carets() {
    #expect(excerpt("abcdef", 3, 2) == ["abcdef", "  ^~ h"])
    #expect(excerpt("abcdef", 7, 1) == ["abcdef", "      ^ h"])
    #expect(excerpt("a\tbc\td", 3, 3) == ["a   bc  d", "    ^~~~ h"])
    #expect(excerpt("漢字 x", 2, 3) == ["漢字 x", "  ^~~~ h"])
    #expect(excerpt("👩‍🔬é x", 2, 1) == ["👩‍🔬é x", "  ^ h"])
    #expect(excerpt("e\u{301} ❤️ x", 5, 1) == ["e\u{301} ❤️ x", "     ^ h"])
    #expect(excerpt("\u{1B}[1m x", 2, 1) == ["␛[1m x", " ^ h"])
    #expect(excerpt("\u{202E}x", 2, 1) == ["\\u{202E}x", "        ^ h"])
    #expect(excerpt("a\0b", 3, 1) == ["a␀b", "  ^ h"])
  }

  @Test func overLines() {
    let source = SourceFile(path: "x.md", text: "ab cd\nef")
    let range = SourceRange(
      SourcePosition(line: 1, column: 4), SourcePosition(line: 2, column: 2))
    #expect(
      DiagnosticPrinter(source: source).text(Diagnostic("m", at: range))
        == "x.md:1:4: error: m\n    1 | ab cd\n      |    ^~")
  }

  @Test(arguments: [1, 50, 99, 100, 101, 140, 141, 500, 1000, 100_000, 200_000])
  func longLines(_ column: Int) throws {
    let line = String((0..<200_000).map { Character(String($0 % 10)) })
    let shown = excerpt(line, column, 7)
    let text = Array(try #require(shown.first))
    let caret = try #require(shown.last?.firstIndex(of: "^"))
    let place = shown[1].distance(from: shown[1].startIndex, to: caret)
    #expect(text.count <= 102)
    #expect(String(text[place]) == String((column - 1) % 10))
    #expect((text.first == "…") == (column > 41))
    #expect((text.last == "…") == (column < 199_940))
  }

  @Test func longWideLine() {
    let shown = excerpt(String(repeating: "漢", count: 300), 200, 2)
    #expect(shown[0] == "…" + String(repeating: "漢", count: 50) + "…")
    #expect(shown[1] == String(repeating: " ", count: 41) + "^~~~ h")
  }

  @Test func controlsInMessages() {
    let source = SourceFile(path: "a\u{1B}.md", text: "text")
    #expect(
      DiagnosticPrinter(source: source).text(Diagnostic("x\u{1B}[2J\n", at: nil, help: "\u{7}"))
        == "a␛.md: error: x␛[2J␊\n  ␇")
  }

  @Test func colour() {
    let source = SourceFile(path: "x.md", text: "ab")
    let problems = NotebookProblems(
      source: source,
      diagnostics: [Diagnostic("m", at: SourceRange(line: 1, column: 2, length: 1), help: "h")])
    #expect(problems.text() == "x.md:1:2: error: m\n    1 | ab\n      |  ^ h\n")
    let coloured = problems.text(colour: true)
    #expect(coloured.contains("\u{1B}[1;31merror:\u{1B}[0m"))
    let plain = coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(plain == problems.text())
  }

  @Test func otherForms() {
    let problems = NotebookProblems(
      source: SourceFile(path: "a,b:c.md", text: "ab"),
      diagnostics: [
        Diagnostic("50 % of\n'x'", at: SourceRange(line: 1, column: 2, length: 1), help: "h"),
        Diagnostic("m", at: nil, severity: .warning),
      ])
    #expect(
      problems.github()
        == "::error file=a%2Cb%3Ac.md,line=1,col=2,endLine=1,endColumn=3::50 %25 of%0A'x' (h)\n"
        + "::warning file=a%2Cb%3Ac.md::m\n")
    #expect(problems.records.map(\.line) == [1, nil])
    #expect(problems.records.map(\.endColumn) == [3, nil])
    #expect(problems.records.map(\.path) == ["a,b:c.md", "a,b:c.md"])
    #expect(problems.records.map(\.help) == ["h", nil])
  }

  @Test("Of what a notebook quotes without end, the beginning and the end are told")
  func long() {
    let marks = String(repeating: "\u{301}", count: 100_000)
    let diagnostic = Diagnostic(
      "image 'aa\(marks)z' cannot be found",
      at: SourceRange(line: 1, column: 1, length: 1), help: "did you mean '\(marks)'?")
    #expect(diagnostic.message.hasPrefix("image 'a"))
    #expect(diagnostic.message.hasSuffix("z' cannot be found"))
    let text = DiagnosticPrinter(source: SourceFile(path: "nb.md", text: "e\(marks)\n"))
      .text(diagnostic)
    #expect(text.utf8.count < 5_000)
  }
}
