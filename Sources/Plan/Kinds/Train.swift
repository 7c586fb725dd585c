package import Architecture
package import Notebook
package import Results
import Spelling

/// Trains a fully connected network by full-batch gradient descent.
package struct Train: StepDeclaration {
  package let examples: SetReference
  /// From the first hidden layer to the output, which is a softmax over the classes.
  package let layers: [LayerSpec]
  /// The bounds that initial weights and biases are drawn between.
  package let initialWeights: UniformRange
  package let optimizer: Optimizer
  package let learningRate: Double
  package let iterations: Int
  /// Iterations between two entries of the history.
  package let historyInterval: Int
  /// Examples to read at every report beside those to learn from.
  package let validation: SetReference?

  package struct UniformRange: Sendable, Equatable {
    package let low: Double
    package let high: Double
  }

  package enum Optimizer: String, CaseIterable, Sendable {
    case gradientDescent = "gradient-descent"
  }

  static let on = OptionDeclaration<String>(
    "on", .setName, .defaulted(ExampleSetName.training.name), "the examples to learn from")
  static let layerList = OptionDeclaration<[LayerSpec]>(
    "layers", .list(of: .layer), .required,
    "units and activation of each layer; the last is the output")
  static let weights = OptionDeclaration<UniformRange>(
    "initial-weights", .uniformRange, .defaulted(UniformRange(low: -0.5, high: 0.5)),
    "how initial weights and biases are drawn")
  static let optimizer = OptionDeclaration<Optimizer>(
    "optimizer", .choice, .defaulted(.gradientDescent),
    "gradient-descent updates once an iteration, from all examples")
  static let rate = OptionDeclaration<Double>(
    "learning-rate", .number("a number above 0", where: { $0 > 0 }), .defaulted(0.1),
    "what the gradient is multiplied with in an update")
  package static let iterationCount = OptionDeclaration<Int>(
    "iterations", .wholeNumber(1...1_000_000), .defaulted(500), "how many updates to make")
  static let interval = OptionDeclaration<Int>(
    "report-every", .wholeNumber(1...1_000_000), .defaulted(10),
    "iterations between two entries of the history")
  static let validationSet = OptionDeclaration<String>(
    "validation", .setName, .optional,
    "labelled examples to read at every report as well, without learning from them; such as dev")

  package static let syntax = StepSyntax("train", showsOptions: true)
  package static let documentation = StepDocumentation(
    summary: "Trains a fully connected network by full-batch gradient descent.",
    options: [
      on.documentation, layerList.documentation, weights.documentation,
      optimizer.documentation, rate.documentation, iterationCount.documentation,
      interval.documentation, validationSet.documentation,
    ],
    example: "layers: [10 relu, 10 softmax]\nlearning-rate: 0.1\niterations: 500")

  static let members: [ValueType.Member] = [
    .init("accuracy", .proportion, "training examples that the trained network reads correctly"),
    .init("loss", .number, "mean cross-entropy of the trained network on them, in nats"),
    .init(
      "history",
      .list(
        .record([
          .init("iteration", .integer, "how many updates had been made"),
          .init("accuracy", .proportion, "training examples read correctly then"),
          .init("loss", .number, "mean cross-entropy then, in nats"),
          .init("validation", .proportion, "validation examples read correctly then"),
        ])), "accuracy and loss during training, before the update of each iteration"),
    .init(
      "validation", .proportion,
      "validation examples that the trained network reads correctly; unknown without such"),
    .init("parameters", .integer, "weights and biases in all"),
    .init("iterations", .integer, "updates made"),
    .init("examples", .integer, "training examples"),
    .init("inputs", .integer, "numbers that one example gives the network"),
    .init("units", .list(.integer), "units of each layer"),
    .init("learning-rate", .number, "what the gradient is multiplied with in an update"),
    .init("seed", .integer, "the seed of the random draws"),
  ]

  package static let yields = DeclaredYields.always(members)
  package static let drawsAtRandom = true
  package static let lengthOptions: Set<String> = [iterationCount.key]
  package static let provides: [Provision] = [.network, .history]
  package static let timing = StepTiming.inOrder

  package init?(decoding decoder: inout OptionDecoder) {
    let examples = decoder.setReference(Self.on, default: .training)
    let layers = Self.layers(&decoder)
    let initialWeights = decoder.value(Self.weights)
    let optimizer = decoder.value(Self.optimizer)
    let learningRate = decoder.value(Self.rate)
    let iterations = decoder.value(Self.iterationCount)
    let historyInterval = decoder.value(Self.interval)
    let watches = decoder.isWritten(Self.validationSet)
    let validation = watches ? decoder.setReference(Self.validationSet, default: .dev) : nil
    guard let examples, let layers, let initialWeights, let optimizer, let learningRate,
      let iterations, let historyInterval, !watches || validation != nil
    else { return nil }
    self.examples = examples
    self.layers = layers
    self.initialWeights = initialWeights
    self.optimizer = optimizer
    self.learningRate = learningRate
    self.iterations = iterations
    self.historyInterval = historyInterval
    self.validation = validation
  }

  package var version: Int { 1 }
  package var yields: [ValueType.Member] { Self.members }
  package var inputFiles: [InputFiles] { [] }
  package var outputFile: String? { nil }
  package var judgement: Judgement? { nil }

  package func accept<Visitor: StepVisitor>(_ visitor: Visitor) -> Visitor.Result {
    visitor.visit(self)
  }

  /// Layers of which the last, and only the last, is a softmax.
  private static func layers(_ decoder: inout OptionDecoder) -> [LayerSpec]? {
    guard let layers = decoder.value(layerList) else { return nil }
    do throws(ArchitectureError) {
      try Architecture.checkOutput(of: layers)
    } catch .softmaxWithin {
      decoder.diagnose(
        "only the last layer may be a softmax", at: "layers", help: "write 'relu' for the others")
      return nil
    } catch {
      decoder.diagnose(
        "the last layer must be a softmax", at: "layers",
        help: "it gives the probability of each class: end with '10 softmax'")
      return nil
    }
    if let layer = layers.first(where: { if case .dense = $0 { false } else { true } }) {
      decoder.diagnose(
        "the layer '\(layer.text)' is trained in batches, which no option asks for yet",
        at: "layers",
        help: "write dense layers: '10 relu'")
      return nil
    }
    if case .dense(let units, _)? = layers.last, units != 10 {
      decoder.diagnose(
        "the last layer has \(units) units for 10 classes", at: "layers",
        help: "end with '10 softmax'")
      return nil
    }
    return layers
  }
}

extension OptionType where Value == LayerSpec {
  /// Units and activation: `10 relu`.
  static var layer: Self {
    let activations = Activation.allCases.map(\.rawValue)
    return Self(
      "a number of units from 1 to 8192 and an activation (\(activations.listed(with: "or"))), "
        + "such as '10 relu'",
      canonical: \.text
    ) { value throws(OptionProblem) in
      guard case .scalar(let text, _, _) = value else { throw OptionProblem() }
      do throws(LayerSyntaxError) {
        return try LayerSpec(text)
      } catch {
        throw problem(error, activations)
      }
    }
  }

  private static func problem(_ error: LayerSyntaxError, _ activations: [String]) -> OptionProblem {
    switch error {
    case .noLayer(let text):
      return OptionProblem(
        message: "'\(text)' is no layer",
        help: "write units, from 1 to 8192, and activation: '10 relu'")
    case .noActivation(let word):
      let near = suggestion(for: word, among: activations)
      return OptionProblem(
        message: "there is no activation '\(word)'",
        help: near.map { "did you mean '\($0)'?" }
          ?? "the activations are \(activations.listed(with: "and"))")
    }
  }
}

extension OptionType where Value == Train.UniformRange {
  /// `uniform(LOW, HIGH)`.
  static var uniformRange: Self {
    .scalar(
      "uniform(LOW, HIGH) with LOW below HIGH",
      canonical: { "uniform(\($0.low), \($0.high))" }
    ) { text in
      guard text.hasPrefix("uniform("), text.hasSuffix(")") else { return nil }
      let bounds = text.dropFirst("uniform(".count).dropLast()
        .split(separator: ",", omittingEmptySubsequences: false)
        .map { Double($0.trimming(while: { $0 == " " })) }
      guard bounds.count == 2, let low = bounds[0], let high = bounds[1], low < high,
        low.isFinite, high.isFinite
      else { return nil }
      return Train.UniformRange(low: low, high: high)
    }
  }
}
