import Figures
import Language
import Results
import Testing

/// A figure's own words are those of the page that it stands in.
@Suite struct LanguageTests {
  /// What samples are given, and words that are the same in a language.
  private static let given: Set<String> = [
    "Training", "Dev", "Training accuracy", "Dev accuracy", "Training loss", "Learning rate",
    "dev.accuracy", "train.layers", "Wider is better", "wide narrow", "wide deep",
    "narrow deep", "Iteration", "", "Index", "Image", "Activation", "Filter", "points", "panel",
    "Total",
    "units", "measure", "train.batch", "Accuracy",
  ]

  @Test("Every language has words for the same phrases, with as many gaps")
  func complete() throws {
    let all = Phrases.all.reduce(into: Phrases.english.known) { $0.formUnion($1.known) }
    for language in Phrases.all {
      #expect(all.subtracting(language.known) == [], "\(language.language)")
      for phrase in all {
        #expect(
          language.pieces(phrase).count == Phrases.pieces(of: phrase).count,
          "\(language.language): \(phrase)")
      }
    }
    for phrase in Phrases.english.known {
      #expect(Phrases.english.pieces(phrase).count == Phrases.pieces(of: phrase).count, "\(phrase)")
    }
  }

  @Test(
    "What is read in a figure, of it and in the table behind it is in the language of the page",
    arguments: SnapshotTests.cases, ["de", "fr", "es"])
  func translated(_ sample: SnapshotTests.Case, _ language: String) throws {
    // What is drawn is looked up as the rest is: once is enough.
    let isDrawn = language == "de"
    let english = try Self.words(of: sample.chart, isDrawn)
    let other = try Phrases.$inUse.withValue(Phrases(language: language)) {
      try Self.words(of: sample.chart, isDrawn)
    }
    #expect(other.sentence != english.sentence)
    #expect(other.texts.count == english.texts.count)
    // Numbers and options beside names are none: "Filter 3", "Dev (1,000)", "[10 relu, softmax]".
    let same = Set(
      zip(other.texts, english.texts).filter { $0 == $1 }.map { text, _ in
        text.split(separator: " ").filter {
          $0.first?.isLetter == true && !$0.contains { "],".contains($0) }
        }.joined(separator: " ")
      })
    #expect(same.subtracting(Self.given) == [], "\(same)")
  }

  /// The sentence about a figure, and all texts of the table's head, and in it, that have words.
  private static func words(
    of chart: any Chart, _ isDrawn: Bool
  ) throws -> (sentence: String, texts: [String]) {
    let drawn = isDrawn ? try chart.texts(.light).map(\.text) : []
    let texts = drawn + chart.data.columns.map(\.title)
    return (chart.alternativeText, texts.filter { $0.filter(\.isLetter).count > 2 })
  }
}
