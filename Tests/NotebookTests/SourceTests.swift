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

  static let words = ["train", "evaluate", "learning-rate", "of", "plot"]

  @Test(
    arguments: [
      Case("transposition", "trian", "train"), Case("missing", "evalute", "evaluate"),
      Case("added", "plott", "plot"), Case("changed", "trein", "train"),
      Case("capitals", "EVALUATE", "evaluate"),
      Case("four of twelve", "lerning-rat", "learning-rate"),
      Case("short", "fo", "of"), Case("nothing near", "load", nil), Case("one letter", "x", nil),
      Case("empty", "", nil), Case("two of five", "traxx", nil), Case("itself", "of", "of"),
      Case("endless", String(repeating: "x", count: 100_000), nil),
    ] as [Case<String?>])
  func nearest(_ row: Case<String?>) {
    #expect(suggestion(for: row.text, among: Self.words) == row.expected)
  }

  @Test func nearestOfSeveral() {
    #expect(suggestion(for: "tran", among: ["trap", "train"]) == "trap")
    #expect(suggestion(for: "trainn", among: ["drain", "train"]) == "train")
  }
}
