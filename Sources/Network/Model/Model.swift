package import Architecture

/// A network: its layers, and the weights and biases of each.
package struct Model: Sendable, Equatable {
  package let architecture: Architecture
  package let parameters: Parameters<Float>

  /// Takes the numbers of the network.
  package init(_ architecture: Architecture, _ parameters: Parameters<Float>) {
    self.architecture = architecture
    self.parameters = parameters
  }

  /// The weights of each unit of the first layer, which is dense: one for each input.
  package var firstLayerWeights: [[Float]] {
    let weights = parameters[0, "weights"]
    return stride(from: 0, to: weights.count, by: architecture.input.count).map {
      Array(weights[$0..<$0 + architecture.input.count])
    }
  }
}
