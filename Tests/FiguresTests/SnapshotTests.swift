import Figures
import Results
import Testing

@Suite struct SnapshotTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let chart: any Chart

    init(_ name: String, _ chart: any Chart) {
      self.name = name
      self.chart = chart
    }

    var testDescription: String { name }
  }

  static let cases = [
    Case("learning-curve", Samples.curve),
    Case("learning-curve-several", Samples.twoCurves),
    Case("learning-curve-loss", Samples.loss),
    Case("images-labelled", Samples.labelled),
    Case("images-read", Samples.misread),
    Case("confusion-matrix", Samples.confusion),
    Case("learning-curve-rate", Samples.rate),
    Case("weights", Samples.weights),
    Case("filters", Samples.filters),
    Case("activations", Samples.activations),
    Case("per-class", Samples.scores),
    Case("per-class-recall", PerClassScores(Samples.matrix, measures: [.recall])),
    Case("class-counts", Samples.oneCount),
    Case("class-counts-sets", Samples.counts),
    Case("sweep-seeds", Samples.seeds),
    Case("sweep-options", Samples.widths),
    Case("comparison", Samples.differences),
    Case("reliability", Samples.reliability),
  ]

  @Test(arguments: cases)
  func looksAsRecorded(_ sample: Case) throws {
    let figure = try sample.chart.render()
    try expectSnapshot("\(sample.name)-light", figure.light)
    try expectSnapshot("\(sample.name)-dark", figure.dark)
  }
}
