import Notebook
import Results

/// Lets readers of the page try a trained network on digits of their own.
package struct Try: Sendable, Equatable {
  /// The most weights and biases that a page takes in.
  package static let mostParameters = 100_000

  /// The index of the train step.
  package let model: Int
  /// Where the samples come from.
  package let examples: SetReference
  /// How many samples there are.
  package let count: Int

  static let from = OptionDeclaration<String>(
    "from", .setName, .defaulted("dev"), "the images to offer as samples")
  static let samples = OptionDeclaration<Int>(
    "samples", .wholeNumber(0...1000), .defaulted(10), "how many to offer: the first ones")

  static let documentation = StepDocumentation(
    kind: .try, summary: "Lets readers draw a digit, which the network reads in the page.",
    options: [Evaluate.modelName.documentation, from.documentation, samples.documentation],
    example: "from: dev\nsamples: 10", yields: yields)

  static let yields: [ValueType.Member] = [
    .init("parameters", .integer, "weights and biases in the page"),
    .init(
      "samples",
      .list(
        .record([
          .init("label", .integer, "what it is; unknown without labels"),
          .init("predicted", .integer, "what the network reads"),
          .init("probabilities", .list(.number), "of each class, from class 0"),
        ])), "the samples offered, in order"),
  ]

  init?(decoding decoder: inout OptionDecoder) {
    let model = decoder.reference(Evaluate.modelName, to: [.train], taking: "model")
    let examples = decoder.setReference(Self.from, default: .dev)
    let count = decoder.value(Self.samples)
    guard let model, let examples, let count else { return nil }
    self.model = model
    self.examples = examples
    self.count = count
  }
}
