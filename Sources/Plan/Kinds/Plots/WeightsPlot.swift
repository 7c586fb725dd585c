import Notebook
package import Results

/// What each unit of the first layer looks for.
package struct WeightsPlot: PlotDeclaration {
  /// The step that trains the network.
  package let network: StepID
  package let columns: Int?
  /// Whether to show how far training has moved them from where they were drawn.
  package let isMinusStart: Bool

  private enum Minuend: String, CaseIterable, Sendable {
    case start
  }

  private static let minus = OptionDeclaration<Minuend>(
    "minus", .choice, .optional, "what to take away: the weights before the first update")

  static let networkName = OptionDeclaration<String>(
    "of", .stepName(.network), .optional, "the train step; the nearest one above where left out")

  package static let name = "weights"
  package static let otherNames: [String] = []
  package static let summary = "What each unit of the first layer looks for."
  package static let options = [
    networkName.documentation, minus.documentation, Plot.columns.documentation,
  ]
  package static let yields: [ValueType.Member] = []
  package static let version = 4

  package init?(decoding decoder: inout OptionDecoder) {
    let network = decoder.reference(Self.networkName, to: .network, taking: "model")
    columns = decoder.optional(Plot.columns)
    isMinusStart = decoder.optional(Self.minus) == .start
    guard let network else { return nil }
    self.network = network
  }

  package func accept<Visitor: PlotVisitor>(_ visitor: Visitor) -> Visitor.Result {
    visitor.visit(self)
  }
}
