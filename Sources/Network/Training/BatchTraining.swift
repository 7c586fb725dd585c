package import Architecture
package import Learning
package import Random

/// How a network is trained in batches.
package struct BatchTraining: Sendable {
  /// Examples of an update.
  package let batch: Int
  package let optimizer: any Optimizer
  package let learningRate: LearningRate
  package let length: Length
  /// What the order of the examples is drawn from.
  package let seed: UInt32
  /// Updates between two entries of the history; `nil` for one at the end of each epoch.
  package let historyInterval: Int?
  /// The share of each label that is spread over all classes alike.
  package let smoothing: Double
  package let augmentations: [Augmentation]
  /// Epochs without a lower validation loss after which it stops, with the weights of the lowest; `nil`
  /// where it goes on to its end.
  package let patience: Int?

  /// How long a training goes on, in a unit that schedules take over.
  package enum Length: Sendable, Equatable {
    case epochs(Int)
    case iterations(Int)
  }

  package init(
    batch: Int, optimizer: any Optimizer, learningRate: LearningRate, length: Length, seed: UInt32,
    historyInterval: Int?, smoothing: Double = 0, augmentations: [Augmentation] = [],
    patience: Int? = nil
  ) {
    self.batch = max(1, batch)
    self.optimizer = optimizer
    self.learningRate = learningRate
    self.length = length
    self.seed = seed
    self.smoothing = smoothing
    self.augmentations = augmentations
    self.patience = patience
    self.historyInterval = historyInterval.map { max(1, $0) }
  }

  /// Updates of an epoch of so many examples; the last one has what is left of them.
  package func updates(examples: Int) -> Int {
    max(1, (examples + batch - 1) / batch)
  }

  /// The updates of the whole training with so many examples.
  package func allUpdates(examples: Int) -> Int {
    switch length {
    case .epochs(let count): count * updates(examples: examples)
    case .iterations(let count): count
    }
  }

  /// The rate of an update, which counts from 0.
  package func rate(update: Int, examples: Int) -> Double {
    let unit =
      switch length {
      case .epochs: updates(examples: examples)
      case .iterations: 1
      }
    return learningRate.rate(update: update, of: allUpdates(examples: examples), unit: unit)
  }
}

/// How far a training in batches has come: everything that the next update depends on.
package struct BatchTrainingState: Sendable, Equatable {
  package let architecture: Architecture
  /// How many examples it learns from.
  package let examples: Int
  /// Updates made.
  package internal(set) var iteration: Int
  package var parameters: Parameters<Float>
  /// What the optimizer remembers of each weight and bias.
  package var slots: [Parameters<Float>]
  /// Each entry is of the updates since the one before it.
  package internal(set) var history: [HistoryEntry]
  /// What has been seen since the last entry of the history.
  package internal(set) var latest: HistoryEntry
  /// Where the validation loss was lowest; `nil` in a training that does not stop early.
  package internal(set) var best: Best?

  /// The weights after some of the updates.
  package struct Best: Sendable, Equatable {
    package let iteration: Int
    /// The validation loss there, in nats.
    package let loss: Double
    package let parameters: Parameters<Float>
  }

  /// The state before the first update, with weights and biases drawn in their order.
  package init(
    _ architecture: Architecture, _ initialWeights: InitialWeights, examples: Int,
    optimizer: any Optimizer, random: inout RandomState
  ) {
    let drawn = Parameters<Float>(architecture) {
      initialWeights.numbers($0, &random).map(Float.init)
    }
    self.init(architecture, drawn, examples: examples, optimizer: optimizer)
  }

  /// The state before the first update, with weights and biases that are given.
  package init(
    _ architecture: Architecture, _ parameters: Parameters<Float>, examples: Int,
    optimizer: any Optimizer
  ) {
    let zero = Parameters<Float>(architecture) { Array(repeating: 0, count: $0.count) }
    self.init(
      architecture, examples: examples, iteration: 0, parameters,
      slots: Array(repeating: zero, count: optimizer.slotCount), history: [], latest: .empty)
  }

  init(
    _ architecture: Architecture, examples: Int, iteration: Int, _ parameters: Parameters<Float>,
    slots: [Parameters<Float>], history: [HistoryEntry], latest: HistoryEntry, best: Best? = nil
  ) {
    self.architecture = architecture
    self.examples = examples
    self.iteration = iteration
    self.parameters = parameters
    self.slots = slots
    self.history = history
    self.latest = latest
    self.best = best
  }

  /// The network as it is now; where the training stops early, as it was at its best.
  package var model: Model { Model(architecture, best?.parameters ?? parameters) }

  /// Whether the validation loss has not fallen for as long as the training is patient.
  package func hasStopped(_ training: BatchTraining) -> Bool {
    guard let patience = training.patience, let best else { return false }
    return iteration - best.iteration >= patience * training.updates(examples: examples)
  }

  /// Whether an entry of the history is due before the next update.
  package func owesEntry(_ training: BatchTraining) -> Bool {
    let interval = training.historyInterval ?? training.updates(examples: examples)
    return latest.examples > 0 && iteration.isMultiple(of: interval)
  }

  /// Whether every weight and bias is a number.
  package var hasFiniteWeights: Bool {
    parameters.tensors.allSatisfy { $0.numbers.allSatisfy(\.isFinite) }
  }
}
