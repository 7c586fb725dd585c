import Architecture
import Network

extension DenseWeights {
  /// Room for all layers of a network, which are dense.
  static func all(of architecture: Architecture, pixels: PixelRows) -> [DenseWeights] {
    architecture.layers.enumerated().compactMap { index, layer in
      guard let units = layer.units, let activation = layer.activation else { return nil }
      return index == 0
        ? DenseWeights(units: units, activation, pixels: pixels)
        : DenseWeights(units: units, activation, inputs: architecture.shapes[index].count)
    }
  }

  /// Takes over the weights of all layers, which are in 64 bits.
  static func set(
    _ layers: [DenseWeights], to parameters: Parameters<Double>, pixels: PixelRows
  ) {
    for (index, layer) in layers.enumerated() {
      let (weights, biases) = (parameters[index, "weights"], parameters[index, "biases"])
      if index == 0 {
        layer.set(weights, biases: biases, pixels: pixels)
      } else {
        layer.set(weights, biases: biases)
      }
    }
  }
}
