import Figures
import Results

/// Figures of data at the limits of what there is.
enum OddCharts {
  typealias Case = SnapshotTests.Case

  static let cases = curves + grids + classes + sweeps + differences

  private static let curves = [
    Case("no series", LearningCurve(series: [])),
    Case("empty series", curve([[]])),
    Case("only NaN", curve([[.nan, .infinity]])),
    Case("one point", curve([[0.4]])),
    Case("gaps", curve([[0.1, .nan, 0.4, 0.5, .infinity, 0.6]])),
    Case("flat at zero", curve([[0, 0, 0]])),
    Case("flat at one", curve([[1, 1]])),
    Case("above one", curve([[0.5, 3]])),
    Case("high and close", curve([[0.9801, 0.9812]])),
    Case("huge values", curve([[-Double.greatestFiniteMagnitude, .greatestFiniteMagnitude]])),
    Case("tiny values", curve([[.leastNonzeroMagnitude, .leastNormalMagnitude]])),
    Case("negative losses", curve([[-3, -1]], measure: .loss)),
    Case("large losses", curve([[123_456, 0.001]], measure: .loss)),
    Case("six alike", curve(Array(repeating: [0.2, 0.8], count: 6))),
    Case("thirty series", curve((0..<30).map { [0.1, 0.5 + Double($0) / 100] })),
    Case("narrow", curve([[0.1, 0.9], [0.1, 0.8]], width: 240)),
    Case(
      "long names",
      LearningCurve(
        series: [
          series(String(repeating: "A very long name ", count: 9), [0.1, 0.9]),
          series("Zwölf große Möwen\n\u{0}試験", [0.1, 0.9]),
        ], title: String(repeating: "A title that is too long ", count: 9))),
    Case(
      "iterations at the limits",
      LearningCurve(series: [
        LearningCurve.Series(
          label: "A",
          samples: [
            LearningCurve.Sample(iteration: .min, value: 0.1),
            LearningCurve.Sample(iteration: .max, value: 0.2),
          ])
      ])),
  ]

  private static let sweeps = [
    Case("no panels", sweep([])),
    Case("no runs", sweep([.init(title: "A", columns: [runs("a", [])])])),
    Case("runs that are no numbers", sweep([.init(title: nil, columns: [runs("a", [.nan])])])),
    Case("one run", sweep([.init(title: nil, columns: [runs("a", [0.5])])])),
    Case("runs that are alike", sweep([.init(title: nil, columns: [runs("a", [0, 0, 0])])])),
    Case(
      "many columns with long names",
      sweep([
        .init(
          title: String(repeating: "A long title ", count: 9),
          columns: (0..<40).map { runs("a long name \($0)", [0.1, Double($0)]) })
      ])),
    Case(
      "seven panels",
      sweep((0..<7).map { .init(title: "\($0)", columns: [runs("a", [0.5, 0.6])]) })),
  ]

  private static let differences = [
    Case("no differences", DifferenceChart(rows: [], subject: "A")),
    Case("no difference at all", difference(0, 0, 0)),
    Case("a difference that is no number", difference(.nan, .nan, .nan)),
    Case("the largest differences", difference(1, -1, 1)),
    Case("an interval the wrong way round", difference(0.1, 0.2, 0)),
  ]

  private static func difference(_ value: Double, _ low: Double, _ high: Double) -> DifferenceChart
  {
    DifferenceChart(
      rows: [
        .init(
          name: String(repeating: "a long name ", count: 20), difference: value, low: low,
          high: high, isTold: true)
      ], subject: "Accuracy")
  }

  private static func sweep(_ panels: [SweepChart.Panel]) -> SweepChart {
    SweepChart(panels: panels, format: .share, xLabel: "option", yLabel: "dev.accuracy")
  }

  private static func runs(_ label: String, _ values: [Double]) -> SweepChart.Column {
    let sum = values.reduce(0, +)
    return .init(
      label: label, values: values, mean: values.isEmpty ? nil : sum / Double(values.count),
      interval: nil)
  }

  private static let signs = (0..<43).map { "Road sign \($0)" }

  /// Images that are taken for another sign, and one that is not.
  static let misreadSigns = DigitGrid(
    items: (0..<9).map { number in
      .init(
        pixels: [7], index: number, label: signs[number + 10],
        prediction: signs[number + (number == 4 ? 10 : 20)], probability: 0.5)
    }, images: .ink(width: 1, height: 1))

  private static let grids = [
    Case("no images", DigitGrid(items: [], images: .ink(width: 28, height: 28))),
    Case(
      "one pixel", DigitGrid(items: [.init(pixels: [7])], images: .ink(width: 1, height: 1))),
    Case(
      "thin image", DigitGrid(items: [.init(pixels: line)], images: .ink(width: 1, height: 300))),
    Case(
      "flat image", DigitGrid(items: [.init(pixels: line)], images: .ink(width: 300, height: 1))),
    Case(
      "no columns",
      DigitGrid(
        items: [.init(pixels: [7], index: 1)], images: .ink(width: 1, height: 1), columns: 0)),
    Case(
      "many columns with long names",
      DigitGrid(
        items: Array(
          repeating: .init(pixels: [7], label: "Ankle boot", prediction: "Sneaker"), count: 14),
        images: .ink(width: 1, height: 1), columns: 14, title: "Shoes")),
    Case("misread images with long names", misreadSigns),
    Case("no units", WeightsGrid(units: [], imageWidth: 28, imageHeight: 28)),
    Case("zero weights", WeightsGrid(units: [[0, 0]], imageWidth: 2, imageHeight: 1)),
    Case(
      "weights that are no numbers",
      WeightsGrid(units: [[.nan, .infinity], [.nan, 1]], imageWidth: 2, imageHeight: 1)),
    Case("thousands of pixels", WeightsGrid(units: [wide], imageWidth: 2_000, imageHeight: 1)),
  ]

  private static let classes = [
    Case("no classes", ConfusionMatrixChart(matrix(0))),
    Case("classes without examples", ConfusionMatrixChart(matrix(10, 0))),
    Case("one class", ConfusionMatrixChart(matrix(1))),
    Case("two classes", ConfusionMatrixChart(matrix(2), title: "Two")),
    Case("47 classes", ConfusionMatrixChart(matrix(47))),
    Case("120 classes", ConfusionMatrixChart(matrix(120))),
    Case("43 classes with long names", ConfusionMatrixChart(matrix(43), classNames: signs)),
    Case("large counts", ConfusionMatrixChart(matrix(10, 123_456_789))),
    Case("narrow matrix", ConfusionMatrixChart(matrix(10), width: 300)),
    Case(
      "clothes", ConfusionMatrixChart(matrix(10, 31), classNames: clothes, showsShares: false)),
    Case("no scores", PerClassScores(rows: [])),
    Case("scores of no examples", PerClassScores(matrix(3, 0))),
    Case("no measures", PerClassScores(matrix(3), measures: [])),
    Case("scores of clothes", PerClassScores(matrix(10, 31), classNames: clothes, title: "Scores")),
    Case(
      "scores that are no numbers",
      PerClassScores(rows: [
        .init(name: "a", precision: .init(.nan), recall: .init(1e308), f1: nil),
        .init(name: "b", precision: .init(-1e308), recall: nil, f1: .init(0.5, interval: 0...1)),
      ])),
    Case("no sets", ClassCounts(series: [])),
    Case("a set of nothing", ClassCounts(series: [.init(name: "None", counts: [0, 0])])),
    Case("sets of unlike length", ClassCounts(series: unlike, classNames: ["x"])),
    Case("clothes in sets", ClassCounts(series: three, classNames: clothes)),
    Case("largest counts", ClassCounts(series: [.init(name: "Max", counts: [.max, .max, -3])])),
  ]

  private static let line = [UInt8](repeating: 9, count: 300)
  private static let wide = (0..<2_000).map { Float($0) }
  private static let clothes = [
    "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag",
    "Ankle boot",
  ]
  private static let unlike = [
    ClassCounts.Series(name: "A", counts: [1]), ClassCounts.Series(name: "B", counts: [1, 2]),
  ]
  private static let three = ["Training", "Dev", "Test"].map {
    ClassCounts.Series(name: $0, counts: Array(repeating: 6_000, count: 10))
  }

  private static func matrix(_ classes: Int, _ scale: Int = 1) -> ConfusionMatrix {
    let counts = (0..<classes).map { truth in
      (0..<classes).map { $0 == truth ? 20 * scale : ($0 * truth) % 3 * scale }
    }
    return ConfusionMatrix(counts: counts) ?? Samples.matrix
  }

  private static func series(_ label: String, _ values: [Double]) -> LearningCurve.Series {
    LearningCurve.Series(
      label: label,
      samples: values.enumerated().map { LearningCurve.Sample(iteration: $0 * 10, value: $1) })
  }

  private static func curve(
    _ values: [[Double]], measure: LearningCurve.Measure = .accuracy, width: Double = 640
  ) -> LearningCurve {
    LearningCurve(
      series: values.enumerated().map { series("Series \($0)", $1) }, measure: measure,
      width: width)
  }
}
