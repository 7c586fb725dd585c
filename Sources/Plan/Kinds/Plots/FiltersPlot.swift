import Notebook
package import Results

/// What each filter of a convolution looks for.
package struct FiltersPlot: PlotDeclaration {
  /// The step that trains the network.
  package let network: StepID
  /// Counted from 1; `nil` for the first convolution.
  package let layer: Int?
  /// Which of the channels that go in, counted from 1.
  package let channel: Int
  package let columns: Int?

  static let channel = OptionDeclaration<Int>(
    "channel", .wholeNumber(1...8192), .defaulted(1),
    "which of the channels that go into the layer, counted from 1")

  package static let name = "filters"
  package static let otherNames: [String] = []
  package static let summary = "What each filter of a convolution looks for."
  package static let options = [
    WeightsPlot.networkName.documentation, Plot.layer.documentation, channel.documentation,
    Plot.columns.documentation,
  ]
  package static let yields: [ValueType.Member] = []
  package static let version = 3

  package init?(decoding decoder: inout OptionDecoder) {
    let network = decoder.reference(WeightsPlot.networkName, to: .network, taking: "model")
    layer = decoder.optional(Plot.layer)
    let channel = decoder.value(Self.channel)
    columns = decoder.optional(Plot.columns)
    guard let network, let channel else { return nil }
    self.network = network
    self.channel = channel
    decoder.expect(choice)
  }

  /// The layer whose filters are drawn.
  package var choice: LayerChoice { LayerChoice(number: layer, hasFilters: true, step: network) }

  package func accept<Visitor: PlotVisitor>(_ visitor: Visitor) -> Visitor.Result {
    visitor.visit(self)
  }
}
