/// How far a training has come: everything that the next iteration depends on.
package struct TrainingState: Sendable, Equatable {
  /// Weights and biases of one layer in 64 bits; the forward and backward passes see them in 32.
  package struct Parameters: Sendable, Equatable {
    /// Units × inputs, row by row.
    package var weights: [Double]
    package var biases: [Double]
  }

  /// What the history tells of one iteration, before its update.
  package struct Report: Sendable, Equatable {
    package let iteration: Int
    /// Training examples read correctly.
    package let correct: Int
    /// Mean cross-entropy in nats.
    package let loss: Double
    /// Validation examples read correctly; `nil` where there are none.
    package let validated: Int?
  }

  package let architecture: Architecture
  /// Updates made.
  package internal(set) var iteration: Int
  package internal(set) var layers: [Parameters]
  package internal(set) var history: [Report]

  /// Whether every weight and bias is a number that 32 bits hold.
  package var hasFiniteWeights: Bool {
    layers.allSatisfy { layer in
      (layer.weights + layer.biases).allSatisfy { Float($0).isFinite }
    }
  }

  /// The network as it is now.
  package var model: Model? {
    Model(
      architecture,
      layers: layers.map {
        Model.Parameters(weights: $0.weights.map(Float.init), biases: $0.biases.map(Float.init))
      })
  }

  init(
    architecture: Architecture, iteration: Int, layers: [Parameters], history: [Report]
  ) {
    self.architecture = architecture
    self.iteration = iteration
    self.layers = layers
    self.history = history
  }
}
