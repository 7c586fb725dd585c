package import Architecture
package import Random

/// How far a training has come: everything that the next iteration depends on.
package struct TrainingState: Sendable, Equatable {
  package let architecture: Architecture
  /// Updates made.
  package internal(set) var iteration: Int
  /// In 64 bits; the forward and backward passes see them in 32.
  package internal(set) var parameters: Parameters<Double>
  package internal(set) var history: [HistoryEntry]

  /// The state before the first update, with weights and biases drawn in their order.
  package init(
    _ architecture: Architecture, _ initialWeights: InitialWeights, random: inout RandomState
  ) {
    self.init(
      architecture, iteration: 0,
      Parameters(architecture) { initialWeights.numbers($0, &random) }, history: [])
  }

  init(
    _ architecture: Architecture, iteration: Int, _ parameters: Parameters<Double>,
    history: [HistoryEntry]
  ) {
    self.architecture = architecture
    self.iteration = iteration
    self.parameters = parameters
    self.history = history
  }

  /// Whether every weight and bias is a number that 32 bits hold.
  package var hasFiniteWeights: Bool {
    parameters.tensors.allSatisfy { $0.numbers.allSatisfy { Float($0).isFinite } }
  }

  /// The network as it is now.
  package var model: Model { Model(architecture, parameters.rounded(to: Float.self)) }
}
