package import Random

extension TrainingState {
  /// Draws the initial weights: uniform between two bounds, for each layer its weights, then its
  /// biases, in the order in which NumPy fills `rand(units, inputs)` and `rand(units, 1)`.
  package init(
    _ architecture: Architecture, uniform bounds: (low: Double, high: Double),
    random: inout RandomState
  ) {
    var layers: [Parameters] = []
    for (inputs, layer) in zip(architecture.inputWidths, architecture.layers) {
      let weights = (0..<layer.units * inputs).map { _ in
        bounds.low + (bounds.high - bounds.low) * random.uniform()
      }
      let biases = (0..<layer.units).map { _ in
        bounds.low + (bounds.high - bounds.low) * random.uniform()
      }
      layers.append(Parameters(weights: weights, biases: biases))
    }
    self.init(architecture: architecture, iteration: 0, layers: layers, history: [])
  }
}
