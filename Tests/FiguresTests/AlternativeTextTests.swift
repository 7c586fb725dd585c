import Figures
import Results
import Testing

@Suite struct AlternativeTextTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let chart: any Chart
    /// With plain spaces for narrow ones.
    let text: String
  }

  static let cases = [
    Case(
      testDescription: "curve that rises", chart: Samples.curve,
      text: "Training accuracy rises from 12.6% to 83.5% over 490 iterations."),
    Case(
      testDescription: "loss that falls", chart: Samples.loss,
      text: "Training loss falls from 2.323 to 0.764 over 490 iterations."),
    Case(
      testDescription: "curve that turns", chart: curve([(0, 0.2), (10, 0.9), (20, 0.1)]),
      text: "Accuracy rises from 20.0% to 90.0% at iteration 10, and falls to 10.0% over 20 "
        + "iterations in all."),
    Case(
      testDescription: "curve that trembles", chart: curve([(0, 0.2), (10, 0.9), (20, 0.8)]),
      text: "Accuracy rises from 20.0% to 80.0% over 20 iterations."),
    Case(
      testDescription: "flat curve", chart: curve([(0, 0.5), (1_500, 0.5)]),
      text: "Accuracy is 50.0% before and after 1,500 iterations."),
    Case(
      testDescription: "one point", chart: curve([(20, 0.25)]),
      text: "Accuracy is 25.0% at iteration 20."),
    Case(
      testDescription: "no values", chart: curve([(0, .nan)]), text: "Accuracy: no values."),
    Case(
      testDescription: "no series", chart: LearningCurve(series: []), text: "Accuracy: no values."),
    Case(
      testDescription: "confusion", chart: Samples.confusion,
      text: """
        Confusion matrix of 1,000 examples in 10 classes: 822 (82.2%) are read as what they are. \
        Most confused: 7 and 9 (21), 3 and 5 (16), 2 and 6 (14).
        """),
    Case(
      testDescription: "no confusion", chart: matrix([[3, 0], [0, 2]]),
      text: """
        Confusion matrix of 5 examples in 2 classes: 5 (100.0%) are read as what they are. \
        None is confused.
        """),
    Case(
      testDescription: "no examples", chart: matrix([[0]]),
      text: "Confusion matrix of one class without examples."),
    Case(
      testDescription: "right and wrong digits", chart: Samples.misread,
      text: """
        12 images, 8 read as what they are and 4 misread: \
        2 read as 6, 4 read as 9, 5 read as 6, 6 read as 8.
        """),
    Case(
      testDescription: "labelled digits", chart: Samples.labelled,
      text: "10 images: 7, 2, 1, 0, 4, 1, 4, 9, 5, 9."),
    Case(
      testDescription: "predicted digits", chart: digits([(nil, "3"), (nil, "8")]),
      text: "2 images: read as 3, read as 8."),
    Case(
      testDescription: "one misread", chart: digits([("3", "8")]),
      text: "One image: 3 read as 8."),
    Case(
      testDescription: "one right", chart: digits([("3", "3")]),
      text: "One image, read as what it is: 3."),
    Case(
      testDescription: "all misread", chart: digits([("3", "8"), ("1", "7")]),
      text: "2 images, all misread: 3 read as 8, 1 read as 7."),
    Case(
      testDescription: "all right", chart: digits([("3", "3"), ("4", "4")]),
      text: "2 images, all read as what they are: 3, 4."),
    Case(testDescription: "no digits", chart: digits([]), text: "No images."),
    Case(
      testDescription: "weights",
      chart: WeightsGrid(units: [[0.5, -1.25], [2, 0]], imageWidth: 2, imageHeight: 1),
      text: """
        Incoming weights of 2 hidden units as images of 2 × 1 pixels, from −1.25 to 2.00; \
        the strongest weight belongs to unit 2.
        """),
    Case(
      testDescription: "equal scores", chart: PerClassScores(matrix([[3, 0], [0, 2]]).matrix),
      text: """
        Precision of each of 2 classes is 100.0%. Recall of each of 2 classes is 100.0%. \
        F1 of each of 2 classes is 100.0%.
        """),
    Case(
      testDescription: "scores", chart: Samples.scores,
      text: """
        Precision lies between 72.6% (class 5) and 93.1% (class 0). \
        Recall lies between 65.6% (class 5) and 97.3% (class 1). \
        F1 lies between 68.9% (class 5) and 94.2% (class 0).
        """),
    Case(
      testDescription: "class counts", chart: Samples.counts,
      text: """
        Training: 41,000 examples, from 3,705 of class 5 to 4,587 of class 1. \
        Dev: 1,000 examples, from 85 of class 0 to 123 of class 9.
        """),
  ]

  @Test(arguments: cases)
  func saysWhatTheDataSay(_ sample: Case) {
    let plain = sample.chart.alternativeText
    #expect(plain == sample.text)
  }

  private static func curve(_ samples: [(Int, Double)]) -> LearningCurve {
    LearningCurve(series: [
      LearningCurve.Series(
        label: "Accuracy",
        samples: samples.map { LearningCurve.Sample(iteration: $0.0, value: $0.1) })
    ])
  }

  private static func matrix(_ counts: [[Int]]) -> ConfusionMatrixChart {
    ConfusionMatrixChart(
      ConfusionMatrix(counts: counts) ?? ConfusionMatrix(classes: 0, truth: [], predicted: []))
  }

  private static func digits(_ readings: [(String?, String?)]) -> DigitGrid {
    DigitGrid(
      items: readings.map { DigitGrid.Item(pixels: [0], label: $0.0, prediction: $0.1) },
      images: .ink(width: 1, height: 1))
  }
}
