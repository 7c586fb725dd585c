package import Architecture
package import Random

/// How a network is trained in batches.
package struct BatchTraining: Sendable, Equatable {
  /// Examples of an update.
  package let batch: Int
  package let optimizer: Adam
  package let learningRate: Double
  /// What the order of the examples is drawn from.
  package let seed: UInt32

  package init(batch: Int, optimizer: Adam, learningRate: Double, seed: UInt32) {
    self.batch = batch
    self.optimizer = optimizer
    self.learningRate = learningRate
    self.seed = seed
  }
}

/// How far a training in batches has come: everything that the next update depends on.
package struct BatchTrainingState: Sendable, Equatable {
  package let architecture: Architecture
  /// Updates made.
  package internal(set) var iteration: Int
  package internal(set) var parameters: Parameters<Float>
  /// What the optimizer remembers of each weight and bias.
  package internal(set) var slots: [Parameters<Float>]
  package internal(set) var history: [HistoryEntry]

  /// The state before the first update, with weights and biases drawn in their order.
  package init(
    _ architecture: Architecture, _ initialWeights: InitialWeights, random: inout RandomState
  ) {
    self.architecture = architecture
    iteration = 0
    parameters = Parameters(architecture) { shape in
      initialWeights.numbers(shape, &random).map(Float.init)
    }
    let zero = Parameters<Float>(architecture) { Array(repeating: 0, count: $0.count) }
    slots = [zero, zero]
    history = []
  }

  /// The network as it is now.
  package var model: Model { Model(architecture, parameters) }
}
