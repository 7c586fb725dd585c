package import Architecture
package import Learning
package import Notebook
package import Results

/// Trains a network: on all examples at once, or batch by batch.
package struct Train: StepDeclaration {
  package let examples: SetReference
  /// From the first hidden layer to the output, which is a softmax over the classes.
  package let layers: [LayerSpec]
  package let initialWeights: InitialWeights
  package let optimizer: any Optimizer
  package let learningRate: LearningRate
  package let refinements: Refinements
  /// What its draws begin with; `nil` for what the run leaves to it.
  package let seed: UInt32?
  /// Examples of an update; `nil` for all of them.
  package let batch: Int?
  package let length: Length
  /// Iterations between two entries of the history; `nil` for one at the end of each epoch.
  package let historyInterval: Int?
  /// Examples to read at every report beside those to learn from.
  package let validation: SetReference?

  /// How long a training goes on.
  package enum Length: Sendable, Equatable {
    /// So many updates.
    case iterations(Int)
    /// So many times through all examples, batch by batch.
    case epochs(Int)
  }

  /// How weights and biases are drawn before the first update.
  package enum InitialWeights: Sendable, Equatable {
    /// Between two bounds.
    case uniform(low: Double, high: Double)
    /// Within bounds that follow from the inputs of each unit; biases are zero.
    case he
    /// Likewise, from the inputs and the outputs.
    case glorot
    /// Around zero; biases are zero.
    case normal(deviation: Double)
  }

  package static let syntax = StepSyntax("train", showsOptions: true)
  package static let documentation = StepDocumentation(
    summary: "Trains a network, on all examples at once or batch by batch.",
    options: [
      on.documentation, layerList.documentation, batchSize.documentation,
      epochCount.documentation, iterationCount.documentation, optimizerName.documentation,
    ] + optimizerSettings.map(\.option.documentation) + [
      rate.documentation, warmUp.documentation, weightDecay.documentation,
      labelSmoothing.documentation, augment.documentation, stopEarly.documentation,
      weights.documentation, ownSeed.documentation, interval.documentation,
      validationSet.documentation,
    ],
    example: "layers: [10 relu, 10 softmax]\nlearning-rate: 0.1\niterations: 500")

  package static let yields = DeclaredYields.always(members(inBatches: true))
  package static let drawsAtRandom = true
  package static let provides: [Provision] = [.network, .history]
  package static let timing = StepTiming.inOrder

  package init?(decoding decoder: inout OptionDecoder) {
    let examples = decoder.setReference(Self.on, default: .training)
    let isBatched = decoder.isWritten(Self.batchSize)
    let batch = decoder.optional(Self.batchSize)
    let layers = Self.layers(&decoder, isBatched: isBatched)
    let initialWeights = decoder.value(isBatched ? Self.batchedWeights : Self.weights)
    let optimizer = Self.optimizer(&decoder, isBatched: isBatched)
    let learningRate = Self.learningRate(&decoder, optimizer, isBatched: isBatched)
    let refinements = Self.refinements(&decoder, isBatched: isBatched)
    let hasSeed = decoder.isWritten(Self.ownSeed)
    let seed = decoder.optional(Self.ownSeed).map(UInt32.init)
    let length = Self.length(&decoder, isBatched: isBatched)
    let reportsByEpoch = isBatched && !decoder.isWritten(Self.interval)
    let historyInterval = reportsByEpoch ? nil : decoder.value(Self.interval)
    let watches = decoder.isWritten(Self.validationSet)
    let validation = watches ? decoder.setReference(Self.validationSet, default: .dev) : nil
    guard let examples, let layers, let initialWeights, let optimizer, let learningRate,
      let length, reportsByEpoch || historyInterval != nil, !watches || validation != nil,
      let refinements, !isBatched || batch != nil, !hasSeed || seed != nil
    else { return nil }
    self.examples = examples
    self.layers = layers
    self.initialWeights = initialWeights
    self.optimizer = optimizer
    self.learningRate = learningRate
    self.refinements = refinements
    self.seed = seed
    self.batch = batch
    self.length = length
    self.historyInterval = historyInterval
    self.validation = validation
    warnOfWhatIsBeyondTheEnd(&decoder)
    if let validation {
      decoder.warnOfValidating(validation, of: examples, at: Self.validationSet.key)
    }
    if let validation, refinements.patience != nil {
      decoder.warnOfChoosing(by: validation, at: Self.validationSet.key)
    }
  }

  package var version: Int { 5 }
  package var yields: [ValueType.Member] { Self.members(inBatches: batch != nil) }
  package var provides: [Provision] { Self.provides }
  package var lengthOptions: Set<String> {
    learningRate.dependsOnLength ? [] : [Self.iterationCount.key, Self.epochCount.key]
  }
  package var inputFiles: [InputFiles] { [] }
  package var outputFile: String? { nil }
  package var mostTables: Int { 0 }
  package var judgement: Judgement? { nil }
  package var choices: [SetChoice] {
    refinements.patience == nil ? [] : validation.map { [SetChoice($0, .stopsEarly)] } ?? []
  }
  package var pageNetwork: PageNetwork? { nil }
  package var runs: PlannedRuns? { nil }

  package func accept<Visitor: StepVisitor>(_ visitor: Visitor) -> Visitor.Result {
    visitor.visit(self)
  }
}
