import Notebook
import Testing

@Suite struct SourceTests {
  static let texts: [Case<[String]>] = [
    Case("empty", "", [""]),
    Case("one line", "a", ["a"]),
    Case("line feed", "a\nb\n", ["a", "b"]),
    Case("both", "a\r\n\r\nb\r\n", ["a", "", "b"]),
    Case("carriage return", "a\r\rb", ["a", "", "b"]),
    Case("mixed", "a\n\rb\r\nc", ["a", "", "b", "c"]),
    Case("other separators stay", "a\u{2028}b\u{B}c\u{85}d", ["a\u{2028}b\u{B}c\u{85}d"]),
    Case("byte order mark", "\u{FEFF}a\nb", ["a", "b"]),
    Case("only a mark", "\u{FEFF}", [""]),
  ]

  @Test(arguments: texts) func lines(_ row: Case<[String]>) {
    #expect(SourceFile(path: "x", text: row.text).lines == row.expected)
  }
}
