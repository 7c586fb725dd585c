/// Each channel, or each unit, shifted and scaled to mean 0 and variance 1 over the examples of a
/// batch and all places, and then by a weight and a bias of its own.
///
/// Once it is trained, by the means and variances that it has come to know. Written `batch-norm
/// [ACTIVATION]`.
///
/// S. Ioffe and C. Szegedy, "Batch normalization: accelerating deep network training by reducing
/// internal covariate shift", ICML (2015).
package struct BatchNormSpec: LayerDeclaration {
  package let activation: Activation?

  /// What is added to each variance, so that none is zero.
  package static let epsilon: Float = 1e-5

  package static let form = LayerForm(
    word: "batch-norm", otherWords: ["batchnorm", "batchnorm2d", "bn", "batch-normalization"],
    laterWords: Activation.allCases.map(\.rawValue),
    summary: "'batch-norm' or 'batch-norm relu'",
    help: "write 'batch-norm', with an activation or without: 'batch-norm relu'")

  init(_ activation: Activation?) {
    self.activation = activation
  }

  package init(_ words: inout LayerWords) throws(LayerSyntaxError) {
    activation = words.isAtEnd ? nil : try words.activation()
  }

  package var spec: LayerSpec { .batchNorm(self) }
  package var text: String { "batch-norm" + (activation.map { " " + $0.rawValue } ?? "") }
  package var units: Int? { nil }
  package var isClassic: Bool { false }
  package var isWithinBounds: Bool { true }

  package func output(of input: Shape) -> Shape { input }

  package func parameters(of input: Shape) -> [ParameterShape] {
    [
      ParameterShape("weights", [input.channels], start: 1),
      ParameterShape("biases", [input.channels], start: 0),
      ParameterShape("means", [input.channels], start: 0, isLearned: false),
      ParameterShape("variances", [input.channels], start: 1, isLearned: false),
    ]
  }

  package func multiplyAdds(of input: Shape, into output: Shape) -> Int { input.count }

  package var operators: [Operator] {
    [
      Operator(
        "BatchNormalization", [.init("epsilon", .number(Self.epsilon))],
        parameters: ["weights", "biases", "means", "variances"])
    ]
  }
}

extension LayerSpec {
  package static func batchNorm(_ activation: Activation? = nil) -> LayerSpec {
    BatchNormSpec(activation).spec
  }
}
