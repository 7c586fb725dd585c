import Notebook
import TestFolders
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// Notebooks of strangers: what would take too long is refused in words, and nothing they hold
/// speaks to the terminal itself.
@Suite struct StrangerTests {
  @Test(
    "Text that the parser takes too long over is refused at its paragraph",
    arguments: [
      Case(
        "instructions", "a <?", "more than 500 times '<?' in a paragraph with nothing to end it"),
      Case(
        "declarations", "a <!A ", "more than 500 times '<!' in a paragraph with nothing to end it"),
      Case(
        "character data", "a <![CDATA[ ",
        "more than 500 times '<![CDATA[' in a paragraph with nothing to end it"),
      Case("images", "![[]() ", "more than 500 times '![' in a paragraph with nothing to end it"),
      Case("parentheses", "www.a.b)", "more than 500 closing parentheses in a word"),
      Case("mail", "a@b.c ", "more than 100 addresses with '@' in a line"),
      Case("links to mail", "mailto:a@b.c ", "more than 100 addresses with '@' in a line"),
      Case(
        "tables", "a\n|-|-|\n", "more than 20 rows of hyphens that do not fit the line above"),
    ])
  func tooLong(_ piece: Case<String>) {
    let text = "# a\n\n" + String(repeating: piece.text, count: 600) + "\n\nb\n"
    let printed = mistakes(in: text)
    #expect(printed.hasPrefix("x.md:3:1: error: \(piece.expected)\n"), "\(printed.prefix(200))")
    // In a listing it means nothing, and a title is text too.
    #expect(mistakes(in: "```\n\(text)```\n") == "")
    // YAML itself takes no more brackets than it may nest.
    guard !piece.text.contains("\n"), !piece.text.contains("[") else { return }
    let title = String(repeating: piece.text, count: 600)
    #expect(mistakes(in: "---\ntitle: '\(title)'\n---\n").contains(piece.expected))
  }

  @Test(
    "Quotes and items within one another without end are refused before the parser reads them",
    arguments: [
      Case("items", String(repeating: "- ", count: 20_000) + "a", "x.md:3:1"),
      Case("numbers", String(repeating: "1. ", count: 20_000) + "a", "x.md:3:1"),
      Case("quotes", String(repeating: ">", count: 20_000) + "a", "x.md:3:1"),
      Case("a footnote", "[^a]: " + String(repeating: "- ", count: 20_000) + "a", "x.md:3:1"),
      Case(
        "line by line",
        (0..<110).map { String(repeating: "  ", count: $0) + "- a\n" }.joined(), "x.md:103:"),
    ])
  func nested(_ blocks: Case<String>) {
    let text = "# a\n\n\(blocks.text)\n\(String(repeating: "\n", count: 2000))b <blink>\n"
    let printed = mistakes(in: text)
    #expect(printed.hasPrefix(blocks.expected), "\(printed.prefix(200))")
    #expect(
      printed.contains("error: blocks nested more than 100 levels deep\n"), "\(printed.prefix(200))"
    )
    #expect(!printed.contains("blink"), "\(printed.suffix(200))")
    #expect(mistakes(in: "```\n\(text)```\n") == "")
  }

  @Test("What only looks like hundreds of quotes and items is read")
  func notNested() {
    let rule = String(repeating: "* ", count: 300) + "\n\n" + String(repeating: "- ", count: 300)
    #expect(mistakes(in: rule + "\n") == "")
    #expect(mistakes(in: "    " + String(repeating: "> ", count: 300) + "\n") == "")
    #expect(mistakes(in: String(repeating: " ", count: 900) + "a\n") == "")
    let list = (0..<40).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()
    #expect(mistakes(in: String(repeating: list + "\nb\n\n", count: 4)) == "")
    #expect(mistakes(in: String(repeating: list, count: 4)) == "")
    let quotes = (1...60).map { String(repeating: ">", count: $0) + " a\nb\n\n" }.joined()
    #expect(mistakes(in: quotes) == "")
    #expect(mistakes(in: String(repeating: "> 1. a\n>\n>    > b\n", count: 200)) == "")
    #expect(mistakes(in: String(repeating: "1. a\nb\n", count: 500)) == "")
  }

  @Test("Wide tables and those with little in them are refused")
  func tables() {
    func table(columns: Int, rows: Int, cells: Int) -> String {
      func row(_ cell: String, _ count: Int) -> String {
        String(repeating: "|\(cell)", count: count) + "|\n"
      }
      return row("a", columns) + row("-", columns)
        + String(repeating: row("b", cells), count: rows)
    }
    #expect(mistakes(in: table(columns: 400, rows: 300, cells: 400)) == "")
    #expect(mistakes(in: table(columns: 500, rows: 1, cells: 500)) == "")
    #expect(mistakes(in: table(columns: 10, rows: 1000, cells: 1)) == "")
    #expect(
      mistakes(in: table(columns: 501, rows: 1, cells: 501))
        .hasPrefix("x.md:1:1: error: a table of more than 500 columns"))
    #expect(
      mistakes(in: table(columns: 300, rows: 300, cells: 1))
        .hasPrefix("x.md:1:1: error: a table whose rows have far fewer cells than its header"))
  }

  @Test("References that come to far more than is written are refused")
  func references() {
    func text(address: Int, links: Int) -> String {
      "[a]: \(String(repeating: "x", count: address))\n\n\(String(repeating: "[A] ", count: links))\n"
    }
    // An image as a data address, shown a few times, is what notebooks have.
    #expect(mistakes(in: text(address: 200_000, links: 4)) == "")
    #expect(mistakes(in: text(address: 60, links: 5000)) == "")
    #expect(
      mistakes(in: text(address: 20_000, links: 5000)).hasPrefix(
        "x.md:1:1: error: references that come to more than 1048576 bytes in all their links"))
    let title = "# b\n\n[a]: b 'c\n\(String(repeating: "d ", count: 9000))'\n\n"
    #expect(
      mistakes(in: title + String(repeating: "[x][a] ", count: 900)).hasPrefix(
        "x.md:3:1: error: references that come to more than"))
  }

  @Test("A hundred problems are told, and how many more there are", arguments: [100, 101, 5000])
  func manyProblems(_ count: Int) {
    let printed = mistakes(in: String(repeating: "`{}` ", count: count))
    let lines = printed.split(separator: "\n")
    #expect(lines.filter { $0.contains("error:") }.count == 100)
    let rest = [100: nil, 101: "x.md: and 1 more problem", 5000: "x.md: and 4900 more problems"]
    let last = lines.last.flatMap { $0.hasPrefix("x.md: and") ? String($0) : nil }
    #expect(last == rest[count] ?? nil)
  }

  @Test("Pipes and devices are refused without waiting")
  func noFiles() throws {
    let folder = try TemporaryFolder()
    let pipe = folder.path + "/pipe"
    try #require(mkfifo(pipe, 0o600) == 0)
    for path in [pipe, "/dev/zero", "/dev/null"] {
      let error = NotebookFileError(path: path, reason: .notAFile)
      #expect(throws: error) { try Notebook(contentsOf: path, stepKinds: stepKinds) }
      #expect(
        error.description
          == "\(path): error: is a pipe, a socket or a device; name the notebook's file")
    }
  }

  @Test("No annotation and no escape sequence can be forged")
  func annotations() throws {
    let source = SourceFile(path: "a\n::warning::b:,%\u{1B}[1m.md", text: "x")
    let problems = NotebookProblems(
      source: source, diagnostics: [Diagnostic("m\n::error::n\u{1B}", at: nil, help: "h\r\u{9B}")])
    #expect(
      problems.github()
        == "::error file=a%0A%3A%3Awarning%3A%3Ab%3A%2C%25␛[1m.md::m%0A::error::n␛ (h%0D\\u{9B})\n")
    for colour in [false, true] {
      let text = problems.text(colour: colour)
      #expect(!text.contains("\u{1B}[1m.md") && !text.contains("\u{9B}"))
      #expect(text.split(separator: "\n").allSatisfy { !$0.hasPrefix("::") })
    }
  }
}
