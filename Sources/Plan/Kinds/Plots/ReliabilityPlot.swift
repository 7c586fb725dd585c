import Notebook
package import Results

/// What a network's probabilities are worth: how often it is right by how sure it is.
package struct ReliabilityPlot: PlotDeclaration {
  /// The evaluate step.
  package let evaluation: StepID
  /// In CSS pixels; the figure's own where `nil`.
  package let height: Int?

  package static let name = "reliability"
  package static let otherNames: [String] = ["calibration"]
  package static let summary = "How often a network is right by how sure it is."
  package static let options = [
    Plot.evaluation.documentation, LearningCurvePlot.heightOption.documentation,
  ]
  package static let yields: [ValueType.Member] = []
  package static let version = 4

  package init?(decoding decoder: inout OptionDecoder) {
    let evaluation = decoder.reference(Plot.evaluation, to: .evaluation, taking: "reliability")
    height = decoder.optional(LearningCurvePlot.heightOption)
    guard let evaluation else { return nil }
    self.evaluation = evaluation
  }

  package func accept<Visitor: PlotVisitor>(_ visitor: Visitor) -> Visitor.Result {
    visitor.visit(self)
  }
}
