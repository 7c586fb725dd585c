import Notebook
import Report
import Testing

@Suite struct LinkTests {
  static func html(_ destination: String, title: String = "") throws -> String {
    try Report.text([
      .paragraph([.link(destination: LinkAddress([.text(destination)]), title: title, [.text("a")])]
      )
    ])
  }

  @Test(arguments: [
    ("https://example.org/a?b=c&d#e", "https://example.org/a?b=c&amp;d#e"),
    ("HTTP://example.org", "HTTP://example.org"),
    ("mailto:a@example.org", "mailto:a@example.org"), ("#the-data", "#the-data"),
    ("data/a.csv", "data/a.csv"), ("../a b.md", "../a%20b.md"), ("?a:b", "?a:b"),
    ("a/b:c", "a/b:c"), ("#a:b", "#a:b"), ("https://example.org/ü", "https://example.org/ü"),
    ("https://example.org/\"onclick=\"a", "https://example.org/%22onclick=%22a"), ("", ""),
  ])
  func allowed(_ destination: String, _ address: String) throws {
    #expect(try Self.html(destination) == "<p><a href=\"\(address)\">a</a></p>\n")
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "\u{1}javascript:a",
    " javascript:a", "java\nscript:a", "data:text/html,<script>a</script>", "vbscript:a",
    "file:///etc/passwd", "blob:a", "ftp://example.org", "//example.org", "\\\\example.org",
    "/\\example.org", "//\u{301}example.org", "x:a", ":a", "javascript\u{0}:a",
  ])
  func refused(_ destination: String) throws {
    let tags = tags(of: try Self.html(destination))
    #expect(tags.map(\.name) == ["p", "span", "/span", "/p"])
    #expect(tags[1].attributes.map(\.name) == ["title"])
  }

  @Test func titles() throws {
    #expect(try Self.html("#a", title: "b \"c\"").contains("title=\"b &quot;c&quot;\">"))
  }

  @Test func aNotebookOfTheSameFolderIsItsReport() throws {
    #expect(Report.reportOfNotebook("better-digits.md") == "../better-digits/index.html")
    for other in ["a/b.md", "../b.md", ".md", "b.txt", "https://x.org/b.md", "b.md#c"] {
      #expect(Report.reportOfNotebook(other) == nil, "\(other)")
    }
  }
}
