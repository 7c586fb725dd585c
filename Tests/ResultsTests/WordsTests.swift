import Foundation
import Language
import Results
import Testing

@Suite struct WordsTests {
  private static let interval: Words = "\("0.8") to \("0.9")"

  @Test func aLiteralIsAPhraseAndWhatIsInterpolatedFillsItsGaps() {
    #expect(Self.interval == .phrase("{} to {}", [.text("0.8"), .text("0.9")]))
    let nested: Words = "\(Self.interval); \(Self.interval)"
    #expect("\(nested)" == "0.8 to 0.9; 0.8 to 0.9")
    #expect(Phrases(language: "de").text(nested) == "0.8 bis 0.9; 0.8 bis 0.9")
  }

  @Test func namesAreNotTranslated() {
    let german = Phrases(language: "de")
    #expect(german.text(Words.text("no")) == "no")
    #expect(german.text("no" as Words) == "nein")
    #expect(german.text(Words.list(["a", "{}", "no"])) == "a, {} und no")
  }

  @Test func tablesTakeTheLanguageOfTheirPage() {
    let table = StepTable(
      caption: "The layers of the network", columns: [.init("layer"), .init(.text("layer"))],
      rows: [[.text("all"), "all"]])
    let written = Phrases.$inUse.withValue(Phrases(language: "fr")) { table.written }
    #expect(written.caption == "Les couches du réseau")
    #expect(written.columns.map(\.title) == ["couche", "layer"])
    #expect(written.rows == [["all", "toutes"]])
    #expect(table.written.rows == [["all", "all"]])
  }

  @Test("What is stored comes back, and a string is a text")
  func coding() throws {
    let words: [Words] = ["all", .text("all"), "\(Self.interval), read by \("wide")"]
    let json = try JSONEncoder().encode(words)
    #expect(try JSONDecoder().decode([Words].self, from: json) == words)
    let strings = try JSONEncoder().encode(["all"])
    #expect(try JSONDecoder().decode([Words].self, from: strings) == [.text("all")])
  }
}
