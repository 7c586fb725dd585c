import Notebook
package import Results

/// Precision, recall and F1 of each class.
package struct PerClassPlot: PlotDeclaration {
  package enum Measure: String, CaseIterable, Sendable {
    case precision
    case recall
    case f1
  }

  /// The evaluate step.
  package let evaluation: StepID
  package let measures: [Measure]

  static let measureList = OptionDeclaration<[Measure]>(
    "measures", .list(of: .choice), .defaulted(Measure.allCases), "what to show of each class")

  package static let name = "per-class"
  package static let otherNames: [String] = []
  package static let summary = "Precision, recall and F1 of each class."
  package static let options = [Plot.evaluation.documentation, measureList.documentation]
  package static let yields: [ValueType.Member] = []
  package static let version = 7

  package init?(decoding decoder: inout OptionDecoder) {
    let evaluation = decoder.reference(Plot.evaluation, to: .evaluation, taking: "evaluation")
    guard let measures = decoder.value(Self.measureList), let evaluation else { return nil }
    self.evaluation = evaluation
    self.measures = measures
  }

  package func accept<Visitor: PlotVisitor>(_ visitor: Visitor) -> Visitor.Result {
    visitor.visit(self)
  }
}
