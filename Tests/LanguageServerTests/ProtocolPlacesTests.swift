import LanguageServer
import Notebook
import Testing

/// Columns beyond the basic plane: characters on one side, units of UTF-16 on the other.
@Suite struct ProtocolPlacesTests {
  private let places = ProtocolPlaces(
    SourceFile(path: "n.md", text: "plain\n𝔻 é e\u{301} 👩‍🔬 x\n"))

  @Test(arguments: [
    (1, 1, 0, 0), (1, 6, 0, 5), (2, 1, 1, 0), (2, 2, 1, 2), (2, 4, 1, 4), (2, 6, 1, 7),
    (2, 7, 1, 8), (2, 8, 1, 13), (2, 9, 1, 14),
  ])
  func countsUnits(line: Int, column: Int, protocolLine: Int, unit: Int) {
    let json = places.json(SourcePosition(line: line, column: column))
    #expect(json == ["line": .integer(protocolLine), "character": .integer(unit)])
    #expect(places.position(json) == SourcePosition(line: line, column: column))
  }

  @Test func endsWhereLinesAndTextsEnd() {
    #expect(
      places.position(["line": 0, "character": 99]) == SourcePosition(line: 1, column: 6))
    #expect(
      places.position(["line": 9, "character": 0]) == SourcePosition(line: 3, column: 1))
    #expect(places.position(["line": -1, "character": 0]) == nil)
    // The middle of a character is its beginning.
    #expect(
      places.position(["line": 1, "character": 1]) == SourcePosition(line: 2, column: 1))
  }
}
