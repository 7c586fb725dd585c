import Listings
import Testing

@Suite struct SourceLinesTests {
  static let text = #"""
    // A file.
    import Other

    /// Brackets in what is no code: {{{
    /* func inner() is only spoken of {
       /* and /* twice */ nested */ here */
    @frozen
    package struct Outer<Element> {
      let mark = "}" + #"}""#  // }
      var text: String {
        """
          } func inner() {
        """
      }

      /// Another of the name.
      init?(_ value: Int) { self.init("\(value)}") }

      // region: sum
      func inner(
        _ a: [Int]
      ) -> Int
      where Element: Equatable
      {
        a.reduce(0) { $0 + $1 }
      }
      // endregion

      enum Kind { case plain, other }
    }

    func inner() {}
    //region: bare
    let last = 1
    //endregion

    // region: empty
    // endregion
    // region: never closed
    """#

  static func lines(_ part: SourceLines.Part) -> (first: Int, text: [String])? {
    SourceLines(part, of: text).map { cut in
      let lines = cut.text.split(separator: "\n", omittingEmptySubsequences: false)
      return (cut.firstLine, lines.map(String.init))
    }
  }

  @Test("A declaration begins at its comments and attributes, and ends where its brackets close")
  func symbols() throws {
    let outer = try #require(Self.lines(.symbol("Outer")))
    #expect(outer.first == 4)
    #expect(outer.text.first == "/// Brackets in what is no code: {{{")
    #expect(outer.text.last == "}")
    #expect(outer.text.count == 27)

    let member = try #require(Self.lines(.symbol("Outer.inner")))
    #expect(member.first == 19)
    #expect(member.text.first == "// region: sum")
    #expect(member.text.suffix(3) == ["{", "  a.reduce(0) { $0 + $1 }", "}"])

    #expect(Self.lines(.symbol("Outer.text"))?.text.count == 5)
    #expect(Self.lines(.symbol("Outer.init"))?.text.count == 2)
    #expect(Self.lines(.symbol("Outer.Kind"))?.text == ["enum Kind { case plain, other }"])
    #expect(Self.lines(.symbol("last"))?.text.last == "let last = 1")
    // No text nests as deep; each part takes a look at what the ones before it left.
    let nested = String(repeating: "struct a {\n", count: 32)
    let path = Array(repeating: "a", count: 32).joined(separator: ".")
    #expect(SourceLines(.symbol(path), of: nested) != nil)
    #expect(SourceLines(.symbol(path + ".a"), of: nested) == nil)
  }

  @Test("What is only spoken of, or stands in a string, is not declared")
  func noSymbols() {
    #expect(Self.lines(.symbol("inner"))?.first == 19)
    for name in ["spoken", "Other", "Outer.last", "missing", "", "inner.Outer"] {
      #expect(Self.lines(.symbol(name)) == nil, "\(name)")
    }
  }

  @Test("A region is what stands between its marks, without the indentation that it shares")
  func regions() throws {
    let sum = try #require(Self.lines(.region("sum")))
    #expect(sum.first == 20)
    #expect(sum.text.first == "func inner(")
    #expect(sum.text.last == "}")
    #expect(sum.text.count == 7)
    #expect(Self.lines(.region("bare"))?.text == ["let last = 1"])
    for name in ["empty", "never closed", "missing"] {
      #expect(Self.lines(.region(name)) == nil, "\(name)")
    }
  }

  @Test("A whole file keeps every line; an empty one has none")
  func whole() throws {
    let whole = try #require(SourceLines(.whole, of: "  a\n\n    b\n"))
    #expect(whole.firstLine == 1)
    #expect(whole.text == "a\n\n  b")
    #expect(SourceLines(.whole, of: "a\r\nb")?.text == "a\nb")
    #expect(SourceLines(.whole, of: "") == nil)
  }
}
