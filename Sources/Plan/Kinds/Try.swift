package import Notebook
package import Results

/// Lets readers of the page try a trained network on drawings of their own.
package struct Try: StepDeclaration {
  /// The most weights and biases that a page takes in.
  package static let mostParameters = 100_000

  /// The step that trains the network.
  package let model: StepID
  /// Where the samples come from.
  package let examples: SetReference
  /// How many samples there are from the beginning of the set.
  package let count: Int
  /// How many misread ones are offered beside them.
  package let misread: Int

  static let from = OptionDeclaration<String>(
    "from", .setName, .defaulted(ExampleSetName.dev.name), "the images to offer as samples")
  static let samples = OptionDeclaration<Int>(
    "samples", .wholeNumber(0...1000), .defaulted(10), "how many to offer: the first ones")

  static let misreadSamples = OptionDeclaration<Int>(
    "misread", .wholeNumber(0...1000), .defaulted(0),
    "how many to offer beside them that the network misreads: the first ones of the rest")

  package static let syntax = StepSyntax("try")
  package static let documentation = StepDocumentation(
    summary: "Lets readers draw, and the network reads it in the page.",
    options: [
      Evaluate.modelName.documentation, from.documentation, samples.documentation,
      misreadSamples.documentation,
    ],
    example: "from: dev\nsamples: 10")

  static let members: [ValueType.Member] = [
    .init("parameters", .integer, "weights and biases in the page"),
    .init(
      "samples",
      .list(
        .record([
          .init("label", .integer, "what it is; unknown without labels"),
          .init("predicted", .integer, "what the network reads"),
          .init("probabilities", .list(.number), "of each class, from class 0"),
        ])), "the samples offered, in order"),
    .init("misread", .integer, "how many of them are offered because the network misreads them"),
  ]

  package static let yields = DeclaredYields.always(members)
  package static let drawsAtRandom = false
  package static let provides: [Provision] = []
  package static let timing = StepTiming.inOrder

  package init?(decoding decoder: inout OptionDecoder) {
    let model = decoder.reference(Evaluate.modelName, to: .network, taking: "model")
    let examples = decoder.setReference(Self.from, default: .dev)
    let count = decoder.value(Self.samples)
    let misread = decoder.value(Self.misreadSamples)
    guard let model, let examples, let count, let misread else { return nil }
    self.model = model
    self.examples = examples
    self.count = count
    self.misread = misread
  }

  package var version: Int { 5 }
  package var yields: [ValueType.Member] { Self.members }
  package var provides: [Provision] { Self.provides }
  package var lengthOptions: Set<String> { [] }
  package var inputFiles: [InputFiles] { [] }
  package var outputFile: String? { nil }
  package var mostTables: Int { 0 }
  package var judgement: Judgement? { nil }
  package var choices: [SetChoice] { [] }
  package var pageNetwork: PageNetwork? {
    PageNetwork(model: model, mostParameters: Self.mostParameters)
  }
  package var runs: PlannedRuns? { nil }

  package func accept<Visitor: StepVisitor>(_ visitor: Visitor) -> Visitor.Result {
    visitor.visit(self)
  }
}
