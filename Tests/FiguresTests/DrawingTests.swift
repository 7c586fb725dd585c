import Figures
import Results
import Testing

/// What holds for every figure, usual or odd.
@Suite struct DrawingTests {
  typealias Case = SnapshotTests.Case

  @Test(arguments: SnapshotTests.cases + OddCharts.cases)
  func noTextTouchesAnotherOrTheEdge(_ sample: Case) throws {
    let texts = try sample.chart.texts(.light)
    let size = sample.chart.size
    for (index, one) in texts.enumerated() {
      let isInside =
        one.bounds.left >= 0 && one.bounds.top >= 0 && one.bounds.right <= size.width
        && one.bounds.bottom <= size.height
      #expect(isInside, "\(one) in \(size)")
      for other in texts.dropFirst(index + 1) {
        #expect(!one.bounds.overlaps(other.bounds), "\(one) and \(other)")
      }
    }
  }

  @Test(arguments: SnapshotTests.cases + OddCharts.cases)
  func isDrawnTwiceAlikeAtTwiceItsSize(_ sample: Case) throws {
    let figure = try sample.chart.render()
    #expect(try sample.chart.render() == figure)
    #expect(figure.width == Int(sample.chart.size.width.rounded()))
    let light = try #require(DecodedPNG(figure.light))
    let dark = try #require(DecodedPNG(figure.dark))
    #expect(light.image.width == 2 * figure.width && light.image.height == 2 * figure.height)
    #expect(dark.image.width == 2 * figure.width && dark.image.height == 2 * figure.height)
    #expect(light.image.pixels.first == Theme.light.background.pixel)
    #expect(dark.image.pixels.first == Theme.dark.background.pixel)
    #expect(!figure.alternativeText.isEmpty)
  }

  /// The default report shows about nine figures, in base64 and two themes, within 700 KB.
  @Test func figuresAreSmall() throws {
    let figures = try SnapshotTests.cases.map { try $0.chart.render() }
    for figure in figures { #expect(max(figure.light.count, figure.dark.count) < 52_000) }
    #expect(figures.reduce(0) { $0 + $1.light.count + $1.dark.count } < 500_000)
  }

  @Test func digitsAreInkOnPaperInBothThemes() throws {
    let chart = DigitGrid(
      items: [DigitGrid.Item(pixels: [255])], images: .ink(width: 1, height: 1))
    for theme in [Theme.light, Theme.dark] {
      let image = try chart.pixels(theme)
      let middle = image.pixels[image.height / 4 * image.width + image.width / 2]
      #expect(middle == theme.ink.pixel)
    }
  }

  @Test func fewerImagesInARowRatherThanShortenedReadings() throws {
    let wide = try Samples.misread.texts(.light).map(\.text)
    let crowded = DigitGrid(
      items: Samples.misread.items, images: .ink(width: 28, height: 28), columns: 10)
    let texts = try crowded.texts(.light)
    #expect(texts.map(\.text) == wide)
    #expect(wide.contains("2 read as 6"))
    // Shortened texts would be narrower than in a figure with all the room there is.
    let alone = DigitGrid(
      items: [Samples.misread.items[1]], images: .ink(width: 28, height: 28), columns: 1)
    let reading = try #require(alone.texts(.light).first { $0.text == "2 read as 6" })
    let crowdedReading = try #require(texts.first { $0.text == "2 read as 6" })
    #expect(abs(reading.bounds.width - crowdedReading.bounds.width) < 0.01)
  }

  @Test func longNamesOfAMisreadImageStandOnTwoLines() throws {
    let texts = try OddCharts.misreadSigns.texts(.light)
    for number in [0, 8] {
      let label = try #require(texts.first { $0.text == "Road sign \(number + 10)" })
      let reading = try #require(texts.first { $0.text == "read as Road sign \(number + 20)" })
      #expect(reading.bounds.top >= label.bounds.bottom)
    }
    #expect(texts.contains { $0.text == "Road sign 14" })
    #expect(!texts.contains { $0.text == "read as Road sign 24" || $0.text.hasSuffix("…") })
  }

  @Test(
    arguments: [
      (LearningCurve(series: [], width: 0), FigureError.size(width: 0, height: 360, limit: 8192)),
      (
        LearningCurve(series: [], height: 9_000),
        FigureError.size(width: 560, height: 9_000, limit: 8192)
      ),
      (
        DigitGrid(
          items: [.init(pixels: [1, 2]), .init(pixels: [1])], images: .ink(width: 2, height: 1)),
        FigureError.pixelCount(image: 1, expected: 2, found: 1)
      ),
      (
        DigitGrid(items: [.init(pixels: [])], images: .ink(width: 0, height: 5)),
        FigureError.imageSize(width: 0, height: 5)
      ),
      (
        DigitGrid(items: [.init(pixels: [])], images: .ink(width: .max, height: .max)),
        FigureError.imageSize(width: .max, height: .max)
      ),
      (
        WeightsGrid(units: [[]], imageWidth: 1, imageHeight: 1),
        FigureError.pixelCount(image: 0, expected: 1, found: 0)
      ),
    ] as [(any Chart, FigureError)])
  func whatCannotBeDrawnIsATypedError(_ chart: any Chart, _ error: FigureError) {
    #expect(throws: error) { try chart.render() }
  }

  @Test(arguments: [Double.nan, .infinity, -5])
  func impossibleSizesAreErrors(_ width: Double) {
    let charts: [any Chart] = [
      LearningCurve(series: [Samples.training], width: width),
      DigitGrid(items: [.init(pixels: [1])], images: .ink(width: 1, height: 1), width: width),
      ConfusionMatrixChart(Samples.matrix, width: width),
      WeightsGrid(units: [[1]], imageWidth: 1, imageHeight: 1, width: width),
      PerClassScores(Samples.matrix, width: width),
      ClassCounts(series: Samples.counts.series, width: width),
    ]
    for chart in charts { #expect(throws: FigureError.self) { try chart.render() } }
  }

  @Test(arguments: [
    (
      FigureError.pixelCount(image: 3, expected: 784, found: 783),
      "Image 3 has 783 pixels instead of 784; "
        + "give every image one byte for each pixel of its width times its height"
    ),
    (
      FigureError.size(width: 640, height: 25_000, limit: 8192),
      "A figure of 640 × 25,000 pixels cannot be drawn; each side must be between 1 and 8,192: "
        + "show fewer items or use more columns"
    ),
  ])
  func errorsSayWhatToDo(_ error: FigureError, _ text: String) {
    #expect("\(error)" == text)
  }

  @Test(
    "On a phone a figure keeps its letters, within its edges and apart",
    arguments: SnapshotTests.cases)
  func drawnForAPhone(_ sample: SnapshotTests.Case) throws {
    let chart = sample.chart.resized(to: Typography.phone)
    #expect(chart.size.width == 350)
    let texts = try chart.texts(.light)
    for (place, one) in texts.enumerated() {
      #expect(one.bounds.left >= -0.5 && one.bounds.right <= 350.5, "\(one)")
      #expect(one.bounds.top >= -0.5 && one.bounds.bottom <= chart.size.height + 0.5, "\(one)")
      for other in texts[(place + 1)...] {
        #expect(!one.bounds.overlaps(other.bounds), "\(one) and \(other)")
      }
    }
    let figure = try sample.chart.render()
    #expect(figure.narrow?.width == 350)
    #expect(figure.narrow?.light != figure.light)
    #expect(chart.alternativeText == sample.chart.alternativeText)
  }
}

extension Rect {
  /// Whether the two rectangles share more than a border.
  fileprivate func overlaps(_ other: Rect) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }
}
