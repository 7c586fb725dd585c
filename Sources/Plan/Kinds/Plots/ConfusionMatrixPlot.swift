import Notebook
package import Results

/// How often each class was classified as each class.
package struct ConfusionMatrixPlot: PlotDeclaration {
  package enum Cells: String, CaseIterable, Sendable {
    case both
    case counts
    case shares
  }

  /// The evaluate step.
  package let evaluation: StepID
  /// What the cells show.
  package let cells: Cells

  static let cellTexts = OptionDeclaration<Cells>(
    "cells", .choice, .defaulted(.both), "what each cell shows: counts, shares of its row, or both")

  package static let name = "confusion-matrix"
  package static let otherNames: [String] = []
  package static let summary = "How often each class was read as each class."
  package static let options = [Plot.evaluation.documentation, cellTexts.documentation]
  package static let yields: [ValueType.Member] = []
  package static let version = 7

  package init?(decoding decoder: inout OptionDecoder) {
    let evaluation = decoder.reference(Plot.evaluation, to: .evaluation, taking: "evaluation")
    guard let cells = decoder.value(Self.cellTexts), let evaluation else { return nil }
    self.evaluation = evaluation
    self.cells = cells
  }

  package func accept<Visitor: PlotVisitor>(_ visitor: Visitor) -> Visitor.Result {
    visitor.visit(self)
  }
}
