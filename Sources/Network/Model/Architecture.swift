/// The shape of a fully connected network: how many inputs, and its layers from first to last.
package struct Architecture: Sendable, Hashable {
  package let inputs: Int
  package let layers: [Layer]

  /// Takes a shape; `nil` where a width is not positive or anything but the last layer is a softmax.
  package init?(inputs: Int, layers: [Layer]) {
    guard inputs > 0, let last = layers.last, last.activation == .softmax,
      layers.dropLast().allSatisfy({ $0.activation != .softmax }),
      layers.allSatisfy({ (1...Layer.widest).contains($0.units) })
    else { return nil }
    self.inputs = inputs
    self.layers = layers
  }

  /// Weights and biases in all.
  package var parameterCount: Int {
    zip(inputWidths, layers).reduce(0) { $0 + ($1.0 + 1) * $1.1.units }
  }

  /// How many numbers go into each layer.
  package var inputWidths: [Int] { [inputs] + layers.dropLast().map(\.units) }

  /// How many classes the last layer tells apart.
  package var classes: Int { layers.last?.units ?? 0 }
}

/// One layer of a network.
package struct Layer: Sendable, Hashable {
  /// The most units of a layer.
  package static let widest = 8192

  package enum Activation: UInt8, Sendable, Hashable {
    case relu = 0
    case softmax = 1
  }

  package let units: Int
  package let activation: Activation

  package init(units: Int, activation: Activation) {
    self.units = units
    self.activation = activation
  }
}
