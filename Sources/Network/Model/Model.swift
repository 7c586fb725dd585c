/// A network: its shape, and the weights and biases of each layer.
package struct Model: Sendable, Equatable {
  /// The numbers of one layer.
  package struct Parameters: Sendable, Equatable {
    /// Units × inputs, row by row: the weights of one unit stand together.
    package var weights: [Float]
    /// One for each unit.
    package var biases: [Float]

    package init(weights: [Float], biases: [Float]) {
      self.weights = weights
      self.biases = biases
    }
  }

  package let architecture: Architecture
  package let layers: [Parameters]

  /// Takes the numbers of each layer; `nil` where they do not fit the shape.
  package init?(_ architecture: Architecture, layers: [Parameters]) {
    let widths = zip(architecture.inputWidths, architecture.layers)
    guard layers.count == architecture.layers.count,
      zip(layers, widths).allSatisfy({ parameters, width in
        parameters.weights.count == width.0 * width.1.units
          && parameters.biases.count == width.1.units
      })
    else { return nil }
    self.architecture = architecture
    self.layers = layers
  }

  /// The weights of each unit of the first layer, one for each input.
  package var firstLayerWeights: [[Float]] {
    guard let first = layers.first else { return [] }
    return stride(from: 0, to: first.weights.count, by: architecture.inputs).map {
      Array(first.weights[$0..<$0 + architecture.inputs])
    }
  }
}
