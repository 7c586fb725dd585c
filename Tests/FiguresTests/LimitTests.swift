import Figures
import Results
import Testing

/// What figures do just within and just beyond the limits that they set themselves.
@Suite struct LimitTests {
  @Test(arguments: [(19.9, 0), (20, 1), (199, 9), (200, 10), (219, 10), (220, 11)])
  func labelsHaveRoomByWholes(_ height: Double, _ count: Int) {
    #expect(LabelLayout.capacity(height: 20, within: 30...(30 + height)) == count)
  }

  @Test func labelsWithoutHeightHaveNoRoom() {
    #expect(LabelLayout.capacity(height: 0, within: 0...200) == 0)
    #expect(LabelLayout.capacity(height: -1, within: 0...200) == 0)
  }

  @Test(arguments: [(200, nil), (201, "The first 200 of 201 images.")])
  func gridsListTwoHundredImages(_ count: Int, _ caption: String?) {
    let table = Self.digits(Array(repeating: ("3", nil), count: count)).data
    #expect(table.rows.count == 200)
    #expect(table.rows.last?.first == "200")
    #expect(table.caption == caption)
  }

  @Test(arguments: [(200, nil), (201, "The first 200 of 201 units.")])
  func weightsListTwoHundredUnits(_ count: Int, _ caption: String?) {
    let units = Array(repeating: [Float(1)], count: count)
    let table = WeightsGrid(units: units, imageWidth: 1, imageHeight: 1).data
    #expect(table.rows.count == 200)
    #expect(table.caption == caption)
  }

  @Test(arguments: [(12, ""), (13, " and 1 more"), (14, " and 2 more")])
  func textsNameTwelveImages(_ count: Int, _ rest: String) {
    let misread = Self.digits(Array(repeating: ("3", "8"), count: count) + [("1", "1")])
    let readings = Array(repeating: "3 read as 8", count: 12).joined(separator: ", ")
    #expect(
      misread.alternativeText
        == "\(count + 1) images, 1 read as what it is and \(count) misread: \(readings)\(rest).")
    let labelled = Self.digits(Array(repeating: ("7", nil), count: count))
    let labels = Array(repeating: "7", count: 12).joined(separator: ", ")
    #expect(labelled.alternativeText == "\(count) images: \(labels)\(rest).")
  }

  /// The scores of classes that hardly differ do not fill the panel with their difference.
  @Test(arguments: [(0.95, 0.951), (0.001, 0.002), (0.5, 0.5), (1, 1)])
  func scoresSpanTenPointsAtLeast(_ low: Double, _ high: Double) throws {
    let rows = [low, high].map {
      PerClassScores.Row(name: "c", precision: .init($0), recall: nil, f1: nil)
    }
    let chart = PerClassScores(rows: rows, measures: [.precision])
    let ticks = try Self.shares(chart, to: 530)
    let span = (ticks.max() ?? 0) - (ticks.min() ?? 0)
    #expect((10 - 1e-9...20).contains(span), "\(ticks)")
    #expect((ticks.min() ?? 100) <= 100 * low && 100 * high <= (ticks.max() ?? 0), "\(ticks)")
  }

  @Test(arguments: [(5, 0), (0, 5), (-1, -1), (5, -1)])
  func imagesHaveBothSides(_ width: Int, _ height: Int) {
    let error = FigureError.imageSize(width: width, height: height)
    let image = [UInt8](repeating: 0, count: max(0, width * height))
    #expect(throws: error) {
      try DigitGrid(items: [.init(pixels: image)], images: .ink(width: width, height: height))
        .render()
    }
    let unit = [Float](repeating: 0, count: max(0, width * height))
    #expect(throws: error) {
      try WeightsGrid(units: [unit], imageWidth: width, imageHeight: height).render()
    }
  }

  /// Accuracies start at zero where the lowest is below half of the highest, and then end at one
  /// where the highest is above three quarters.
  @Test(arguments: [
    ([0.8, 0.39], true, true), ([0.8, 0.4], false, false), ([0.76, 0.3], true, true),
    ([0.75, 0.3], true, false), ([0.74, 0.3], true, false), ([1.0, 0.49], true, true),
    ([1.5, 0.3], true, false), ([0.4, -0.1], false, false),
  ])
  func accuraciesStartAtZeroAndEndAtOne(
    _ values: [Double], _ startsAtZero: Bool, _ endsAtOne: Bool
  ) throws {
    let samples = values.enumerated().map { LearningCurve.Sample(iteration: $0, value: $1) }
    let chart = LearningCurve(series: [LearningCurve.Series(label: "A", samples: samples)])
    let ticks = try Self.shares(chart, to: 80)
    #expect((ticks.min() == 0) == startsAtZero, "\(ticks)")
    #expect((ticks.max() == 100) == endsAtOne, "\(ticks)")
  }

  /// Of shares there are none below 0 and above 1, and of iterations no parts.
  @Test(arguments: [([1.0, 1.0], 1), ([0.0, 0.0], 1), ([0.97, 1], 3), ([0.2, 0.4, 1], 2)])
  func axesEndWhereTheirNumbersDo(_ values: [Double], _ iterations: Int) throws {
    let samples = values.enumerated().map {
      LearningCurve.Sample(iteration: $0 * iterations, value: $1)
    }
    let curve = LearningCurve(series: [LearningCurve.Series(label: "A", samples: samples)])
    let sweep = SweepChart(
      panels: [
        .init(
          title: nil,
          columns: [.init(label: "a", values: values, mean: values[0], interval: -1.9...2.4)])
      ], format: .share, xLabel: "x", yLabel: "y")
    for ticks in [try Self.shares(curve, to: 80), try Self.shares(sweep, to: 80)] {
      #expect(!ticks.isEmpty && ticks.allSatisfy { (0...100).contains($0) }, "\(ticks)")
    }
    let below = try curve.texts(.light).map(\.text).filter { Double($0) != nil }
    #expect(!below.isEmpty && below.allSatisfy { Int($0) != nil }, "\(below)")
  }

  /// Names that begin alike and have no room stay apart.
  @Test(
    arguments: [
      (350, ["…entrenamiento", "…validación"]),
      (560, ["…entrenamiento", "…validación"]),
      (640, ["train, pérdida de entrenamiento", "train, pérdida de validación"]),
    ] as [(Double, [String])])
  func longNamesOfSeriesStayApart(_ width: Double, _ shown: [String]) throws {
    let names = ["train, pérdida de entrenamiento", "train, pérdida de validación"]
    let curve = LearningCurve(
      series: names.map { name in
        LearningCurve.Series(
          label: name,
          samples: [0.9, 0.4].enumerated().map {
            LearningCurve.Sample(iteration: $0, value: $1 + (name == names[0] ? 0 : 0.1))
          })
      }, measure: .loss, width: width)
    let texts = try curve.texts(.light).map(\.text)
    #expect(shown.allSatisfy(texts.contains), "\(texts)")
  }

  /// Stacked names take twice the height: where not all would have it, they stay beside their values.
  @Test func manyLongNamesAreAllThere() throws {
    let names = (0..<12).map { "\($0) hidden units, rate 0.01, 40 updates" }
    let curve = LearningCurve(
      series: names.enumerated().map { place, name in
        LearningCurve.Series(
          label: name,
          samples: [0, 1].map { .init(iteration: $0, value: 0.1 + 0.06 * Double($0 * place)) })
      })
    let texts = try curve.texts(.light).map(\.text)
    for place in names.indices {
      #expect(texts.contains { $0.hasPrefix("\(place) ") || $0.hasPrefix("…") }, "\(texts)")
    }
    #expect(texts.count { $0.contains("hidden") || $0.contains("…") } == 12, "\(texts)")
  }

  /// Forty steps of a channel are taken for the same, forty-one make the image one of all colours.
  @Test(arguments: [(40, true), (41, false)])
  func rareColoursMoveByFortySteps(_ blue: UInt32, _ hasPalette: Bool) throws {
    // The frequent half of the palette, then one of each of so many groups that it is full.
    let frequent = (0..<128).map { Self.colour(red: $0 / 16, green: $0 % 16) }
    let spread = (1..<129).map { Self.colour(red: 16 * ($0 % 16), green: 16 * ($0 / 16)) }
    var pixels: [UInt32] = []
    for _ in 0..<3 { pixels += frequent }
    for _ in 0..<2 { pixels += spread }
    pixels.append(blue)
    let png = try PNGEncoder.encode(PixelImage(width: pixels.count, height: 1, pixels: pixels))
    let decoded = try #require(DecodedPNG(png))
    #expect((decoded.paletteSize > 0) == hasPalette)
    #expect(decoded.image.pixels.last == (hasPalette ? 0 : blue))
    #expect(decoded.image.pixels.dropLast() == pixels.dropLast())
  }

  private static func colour(red: Int, green: Int) -> UInt32 {
    UInt32(red) << 16 | UInt32(green) << 8
  }

  /// The shares that are written left of a place, in hundredths.
  private static func shares(_ chart: some Chart, to right: Double) throws -> [Double] {
    try chart.texts(.light).filter { $0.bounds.right < right && $0.text.hasSuffix("%") }
      .compactMap { Double($0.text.dropLast().replacing("\u{2212}", with: "-")) }
  }

  private static func digits(_ readings: [(String?, String?)]) -> DigitGrid {
    DigitGrid(
      items: readings.map { DigitGrid.Item(pixels: [0], label: $0.0, prediction: $0.1) },
      images: .ink(width: 1, height: 1))
  }
}
