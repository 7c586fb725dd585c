import Notebook
package import Results

/// What a layer makes of one image, channel by channel.
package struct ActivationsPlot: PlotDeclaration {
  /// The step that trains the network.
  package let network: StepID
  package let examples: SetReference
  /// The image's place in its set, from 0.
  package let index: Int
  /// Counted from 1; `nil` for the first convolution.
  package let layer: Int?
  package let columns: Int?

  static let from = OptionDeclaration<String>(
    "from", .setName, .defaulted(ExampleSetName.training.name), "the set that the image is of")
  static let index = OptionDeclaration<Int>(
    "index", .wholeNumber(0...Int(Int32.max)), .defaulted(0), "the image's place in its set, from 0"
  )

  package static let name = "activations"
  package static let otherNames: [String] = []
  package static let summary = "What a layer makes of one image, channel by channel."
  package static let options = [
    WeightsPlot.networkName.documentation, from.documentation, index.documentation,
    Plot.layer.documentation, Plot.columns.documentation,
  ]
  package static let yields: [ValueType.Member] = [
    .init("label", .integer, "what the image is; unknown without labels"),
    .init("predicted", .integer, "what the network reads in it"),
  ]
  package static let version = 3

  package init?(decoding decoder: inout OptionDecoder) {
    let network = decoder.reference(WeightsPlot.networkName, to: .network, taking: "model")
    let examples = decoder.setReference(Self.from, default: .training)
    let index = decoder.value(Self.index)
    layer = decoder.optional(Plot.layer)
    columns = decoder.optional(Plot.columns)
    guard let network, let examples, let index else { return nil }
    self.network = network
    self.examples = examples
    self.index = index
    decoder.expect(choice)
  }

  /// The layer that is drawn.
  package var choice: LayerChoice { LayerChoice(number: layer, hasFilters: false, step: network) }

  package func accept<Visitor: PlotVisitor>(_ visitor: Visitor) -> Visitor.Result {
    visitor.visit(self)
  }
}
