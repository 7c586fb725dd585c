import Figures
import Language
import Results
import Testing

/// What is said of a figure where there is one of something, or none.
@Suite struct CountsOfOneTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let chart: any Chart
    /// By language.
    let texts: [String: String]
  }

  static let cases = [
    Case(
      testDescription: "one iteration", chart: curve([(0, 0.25), (1, 0.5)]),
      texts: [
        "en": "Seen rises from 25.0% to 50.0% over 1 iteration.",
        "de": "Seen steigt von 25.0% auf 50.0% in 1 Iteration.",
        "fr": "Seen : monte de 25.0% à 50.0% en 1 itération.",
        "es": "Seen: sube de 25.0% a 50.0% en 1 iteración.",
      ]),
    Case(
      testDescription: "one iteration that falls", chart: curve([(4, 0.5), (5, 0.25)]),
      texts: ["en": "Seen falls from 50.0% to 25.0% over 1 iteration."]),
    Case(
      testDescription: "one iteration without an effect", chart: curve([(0, 0.5), (1, 0.5)]),
      texts: ["en": "Seen is 50.0% before and after 1 iteration."]),
    Case(
      testDescription: "one example, read correctly", chart: matrix([[1, 0], [0, 0]]),
      texts: [
        "en": "Confusion matrix of 1 example in 2 classes, read as what it is. None is confused.",
        "fr": "Matrice de confusion de 1 exemple dans 2 classes, lu correctement. "
          + "Aucune n’est confondue.",
      ]),
    Case(
      testDescription: "one example, misread", chart: matrix([[0, 1], [0, 0]]),
      texts: [
        "en": "Confusion matrix of 1 example in 2 classes, misread. Most confused: 0 and 1 (1)."
      ]),
    Case(
      testDescription: "one right example", chart: matrix([[1, 1], [0, 0]]),
      texts: [
        "en": "Confusion matrix of 2 examples in 2 classes: 1 (50.0%) is read as what it is. "
          + "Most confused: 0 and 1 (1)."
      ]),
    Case(
      testDescription: "one example of a set",
      chart: ClassCounts(series: [.init(name: "Dev", counts: [0, 1, 0])]),
      texts: ["en": "Dev: 1 example, of class 1.", "es": "Dev: 1 ejemplo, de la clase 1."]),
    Case(
      testDescription: "one right and one misread image",
      chart: DigitGrid(
        items: [("3", "3"), ("4", "9")].map {
          DigitGrid.Item(pixels: [0], label: $0.0, prediction: $0.1)
        }, images: .ink(width: 1, height: 1)),
      texts: [
        "en": "2 images, 1 read as what it is and 1 misread: 4 read as 9.",
        "de": "2 Bilder, 1 richtig gelesen und 1 falsch gelesen: 4 gelesen als 9.",
        "fr": "2 images, 1 lue correctement et 1 mal lue : 4 lue comme 9.",
        "es": "2 imágenes, 1 leída correctamente y 1 mal leída: 4 leída como 9.",
      ]),
    Case(
      testDescription: "one run",
      chart: SweepChart(
        panels: [
          .init(
            title: nil,
            columns: [.init(label: "a", values: [0.25], mean: 0.25, interval: nil)])
        ], format: .share, xLabel: "x", yLabel: "y"),
      texts: ["en": "y of 1 run is 25.0%.", "de": "y von 1 Lauf ist 25.0%."]),
    Case(
      testDescription: "no bin that promises too much", chart: reliability(right: [9, 10]),
      texts: [
        "en": reliabilityText + "In none of the bins are fewer right than the probabilities say."
      ]),
    Case(
      testDescription: "one bin that promises too much", chart: reliability(right: [9, 8]),
      texts: [
        "en": reliabilityText.replacing("100.0% are right. ", with: "80.0% are right. ")
          + "In one of the bins fewer are right than the probabilities say."
      ]),
  ]

  @Test(arguments: cases)
  func saysOne(_ sample: Case) {
    for (language, text) in sample.texts {
      let found = Phrases.$inUse.withValue(Phrases(language: language)) {
        sample.chart.alternativeText
      }
      #expect(found == text, "\(language)")
    }
  }

  private static func curve(_ samples: [(Int, Double)]) -> LearningCurve {
    LearningCurve(series: [
      .init(label: "Seen", samples: samples.map { .init(iteration: $0.0, value: $0.1) })
    ])
  }

  private static func matrix(_ counts: [[Int]]) -> ConfusionMatrixChart {
    ConfusionMatrixChart(
      ConfusionMatrix(counts: counts) ?? ConfusionMatrix(classes: 0, truth: [], predicted: []))
  }

  /// Two bins of ten readings, which promise 85% and 95%.
  private static func reliability(right: [Int]) -> ReliabilityDiagram {
    ReliabilityDiagram(
      bins: right.enumerated().compactMap { index, count in
        Proportion(count: count, of: 10).map {
          .init(
            low: 0.8 + Double(index) / 10, high: 0.9 + Double(index) / 10,
            probability: 0.85 + Double(index) / 10, accuracy: $0)
        }
      })
  }

  private static let reliabilityText =
    "Share of right readings by their probability, in 2 bins: "
    + "of 10 with a mean probability of 85.0%, 90.0% are right; "
    + "of 10 with a mean probability of 95.0%, 100.0% are right. "
}
