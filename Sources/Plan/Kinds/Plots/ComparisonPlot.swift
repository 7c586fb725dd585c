import Notebook
package import Results

/// How much better one network reads than another, pair by pair of a comparison.
package struct ComparisonPlot: PlotDeclaration {
  /// The compare step.
  package let comparison: StepID

  static let of = OptionDeclaration<String>(
    "of", .stepName(.comparison), .optional,
    "the compare step; the nearest one above where left out")

  package static let name = "comparison"
  package static let otherNames: [String] = []
  package static let summary =
    "The differences of a comparison with their 95% intervals, a row for each pair."
  package static let options = [of.documentation]
  package static let yields: [ValueType.Member] = []
  package static let version = 4

  package init?(decoding decoder: inout OptionDecoder) {
    let comparison = decoder.reference(Self.of, to: .comparison, taking: "pairs")
    guard let comparison else { return nil }
    self.comparison = comparison
  }

  package func accept<Visitor: PlotVisitor>(_ visitor: Visitor) -> Visitor.Result {
    visitor.visit(self)
  }
}
