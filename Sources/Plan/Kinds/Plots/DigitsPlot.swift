import Notebook
package import Results

/// Images of a set, with their labels and what a network reads in them.
package struct DigitsPlot: PlotDeclaration {
  package enum Filter: String, CaseIterable, Sendable {
    case all
    case misclassified
    case correct
  }

  package let examples: SetReference
  /// The step that trains the network that classifies them; `nil` to show them as they are.
  package let model: StepID?
  package let filter: Filter
  package let count: Int
  package let columns: Int?

  static let from = OptionDeclaration<String>(
    "from",
    .text(
      "a set of examples, or the name of an evaluate or predict step",
      naming: .step(.predictions)),
    .defaulted(ExampleSetName.training.name),
    "the images to choose from; those of a step with its predictions")
  static let model = OptionDeclaration<String>(
    "model", .text("the name of a train step above, or none", naming: .step(.network)), .optional,
    "the network that reads them; the nearest train step above where left out, if there is one")
  static let filter = OptionDeclaration<Filter>(
    "where", .choice, .defaulted(.all), "which of the images to show")
  static let count = OptionDeclaration<Int>(
    "count", .wholeNumber(1...200), .defaulted(12), "how many to show: the first ones")

  package static let name = "images"
  package static let otherNames = ["digits"]
  package static let summary = "Images with their labels, and what a network reads in them."
  package static let options = [
    from.documentation, model.documentation, filter.documentation, count.documentation,
    Plot.columns.documentation,
  ]

  package static let yields: [ValueType.Member] = [
    .init(
      "images",
      .list(
        .record([
          .init("index", .integer, "the image's place in its set, from 0"),
          .init("label", .integer, "what it is; unknown without labels"),
          .init("predicted", .integer, "what it is read as; unknown without a network"),
          .init("probability", .number, "the network's probability of that reading"),
        ])), "the images shown, in order"),
    .init("matching", .integer, "how many images of the set the figure could show"),
  ]

  package static let version = 6

  package init?(decoding decoder: inout OptionDecoder) {
    let filter = decoder.value(Self.filter)
    let count = decoder.value(Self.count)
    columns = decoder.optional(Plot.columns)
    guard let source = Self.source(&decoder), let filter, let count else { return nil }
    if filter != .all, source.model == nil {
      decoder.diagnose(
        "where: \(filter.rawValue) needs a network that reads the images", at: "where",
        help: "name a train step with 'model', or an evaluate step with 'from'")
      return nil
    }
    examples = source.examples
    model = source.model
    self.filter = filter
    self.count = count
  }

  package func accept<Visitor: PlotVisitor>(_ visitor: Visitor) -> Visitor.Result {
    visitor.visit(self)
  }

  /// The images and the network: those of the step that `from` names, or a set and `model`.
  private static func source(_ decoder: inout OptionDecoder) -> (
    examples: SetReference, model: StepID?
  )? {
    decoder.note(from.key)
    let written = decoder.written(from.key)
    if case .scalar(let name, _, let range)? = written?.value,
      let entry = decoder.scope.directory[name], entry.provides(.predictions),
      decoder.scope.isAbove(name) || !ExampleSetName.all.contains(where: { $0.name == name })
    {
      guard
        decoder.step(named: name, providing: .predictions, for: from.key, at: range) != nil,
        let judged = entry.declaration?.judgement
      else {
        decoder.note(model.key)
        return nil
      }
      if decoder.isWritten(model) {
        decoder.diagnose(
          "step '\(name)' has a network of its own", at: "model",
          help: "leave 'model' out, or name a set in 'from'")
      }
      decoder.take(judged.examples.set.name, of: judged.examples.step, as: "from")
      decoder.take("model", of: judged.model, as: "model")
      return (judged.examples, judged.model)
    }
    guard let examples = decoder.setReference(from, default: .training) else { return nil }
    let network = reader(&decoder)
    return network.isValid ? (examples, network.id) : nil
  }

  private static func reader(_ decoder: inout OptionDecoder) -> (id: StepID?, isValid: Bool) {
    guard decoder.isWritten(model) else {
      let nearest = decoder.scope.nearest(.network)
      if let nearest { decoder.take("model", of: nearest, as: "model") }
      return (nearest, true)
    }
    if case .scalar("none", _, _)? = decoder.written("model")?.value { return (nil, true) }
    let id = decoder.reference(model, to: .network, taking: "model")
    return (id, id != nil)
  }
}
