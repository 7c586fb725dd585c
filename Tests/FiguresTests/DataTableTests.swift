import Figures
import Results
import Testing

@Suite struct DataTableTests {
  @Test(arguments: SnapshotTests.cases)
  func everyRowFillsEveryColumn(_ sample: SnapshotTests.Case) {
    let table = sample.chart.data
    #expect(!table.rows.isEmpty)
    #expect(table.rows.allSatisfy { $0.count == table.columns.count })
  }

  @Test func curveHasARowAnIterationAndAColumnASeries() {
    let table = Samples.twoCurves.data
    #expect(
      table.columns.map(\.title) == ["Iteration", "Training accuracy", "Dev accuracy", "32 units"])
    #expect(table.rows.count == 50)
    #expect(table.rows.last?.prefix(2) == ["490", "83.5%"])
  }

  /// Whoever points at a figure reads the row that lies there: all of them, none twice, in their order.
  @Test(arguments: SnapshotTests.cases)
  func rowsHaveTheirPlacesInTheFigure(_ sample: SnapshotTests.Case) throws {
    let figure = try sample.chart.render()
    let sizes =
      [(figure.bands, figure.width, figure.height)]
      + (figure.narrow.map { [($0.bands, $0.width, $0.height)] } ?? [])
    for (bands, width, height) in sizes where !bands.isEmpty {
      let rows = Set(
        bands.filter { $0.part != .columnsAcross }.flatMap { $0.first..<$0.first + $0.places.count }
      )
      #expect(rows == Set(figure.data.rows.indices))
      for band in bands {
        let side = band.part == .rowsDown ? band.top...band.bottom : band.left...band.right
        #expect(band.places.allSatisfy(side.contains) && band.places == band.places.sorted())
        #expect(band.left >= 0 && band.right <= width && band.top >= 0 && band.bottom <= height)
      }
    }
  }

  @Test func placesLieWhereTheMarksAre() throws {
    let curve = try Samples.twoCurves.render()
    let band = try #require(curve.bands.first)
    #expect(band.places.count == 50 && band.places.last == band.right)
    let matrix = try Samples.confusion.render()
    #expect(matrix.bands.map(\.part) == [.rowsDown, .columnsAcross])
    let seeds = try Samples.widths.render()
    #expect(seeds.bands.allSatisfy { $0.part == .rowsAcross })
  }

  @Test func longCurvesAreThinnedWithTheirEnds() {
    let samples = (0...5_000).map { LearningCurve.Sample(iteration: $0, value: 0.5) }
    let table = LearningCurve(series: [LearningCurve.Series(label: "A", samples: samples)]).data
    #expect(table.rows.count == 101)
    #expect(table.rows.first?.first == "0")
    #expect(table.rows.last?.first == "5,000")
    #expect(table.caption == "101 of 5,001 recorded iterations, evenly spaced.")
  }

  @Test func seriesOfUnlikeIterationsLeaveGaps() {
    let table = LearningCurve(series: [
      LearningCurve.Series(label: "A", samples: [LearningCurve.Sample(iteration: 0, value: 0.1)]),
      LearningCurve.Series(label: "B", samples: [LearningCurve.Sample(iteration: 5, value: 0.2)]),
    ]).data
    #expect(table.rows == [["0", "10.0%", "–"], ["5", "–", "20.0%"]])
  }

  @Test func digitsHaveARowAnImage() {
    let table = Samples.misread.data
    #expect(table.columns.map(\.title) == ["Image", "Index", "Label", "Read as", "Probability"])
    #expect(table.rows[1] == ["2", "55", "2", "6", "61.2%"])
    #expect(Samples.labelled.data.columns.map(\.title) == ["Image", "Label"])
  }

  @Test func confusionHasCountsAndTotals() {
    let table = Samples.confusion.data
    #expect(table.rows[5] == ["5", "5", "3", "3", "11", "1", "61", "3", "4", "2", "0", "93"])
    #expect(table.columns.last?.title == "Total")
  }

  @Test func weightsAreSummedUp() {
    let table = WeightsGrid(
      units: [[1, -1, 0.5, .nan]], imageWidth: 2, imageHeight: 2, labels: ["a"]
    ).data
    #expect(
      table.rows == [["a", "\u{2212}1.0000", "0.1667", "1.0000", "0.8333", "66.7%"]])
  }

  /// Wilson intervals as statsmodels' `proportion_confint(method="wilson")` gives them: 61 of 93.
  @Test func scoresHaveTheirIntervals() {
    let table = Samples.scores.data
    #expect(table.rows[5][2] == "65.6% (55.5–74.5%)")
    #expect(table.rows[5][3] == "68.9%")
  }

  @Test func onlyTheMeasuresAskedForAreShown() {
    let recall = PerClassScores(Samples.matrix, measures: [.recall])
    #expect(recall.data.columns.map(\.title) == ["Class", "Recall"])
    #expect(recall.data.rows[5] == ["5", "65.6% (55.5–74.5%)"])
    #expect(
      recall.alternativeText == "Recall lies between 65.6% (class 5) and 97.3% (class 1).")
    let two = PerClassScores(Samples.matrix, measures: [.f1, .precision, .f1])
    #expect(two.data.columns.map(\.title) == ["Class", "F1", "Precision"])
    #expect(two.data.rows.allSatisfy { !$0.contains("–") })
  }

  @Test func countsHaveShares() {
    #expect(
      Samples.counts.data.rows[0] == ["0", "4,065", "9.9%", "85", "8.5%"])
  }
}
