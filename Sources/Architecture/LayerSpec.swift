/// What one layer of a network is: the one description that notebook, training, checkpoint, export
/// and page share.
///
/// A layer is described by its own words and by nothing else: what goes into it follows from the
/// layers before.
package enum LayerSpec: Sendable, Hashable {
  /// Every unit sees every input: f(W x + b).
  case dense(units: Int, Activation)
}

extension LayerSpec {
  /// How many units a layer may have.
  package static let unitBounds = 1...8192

  /// What the layer does to its weighted sums.
  package var activation: Activation {
    switch self {
    case .dense(_, let activation): activation
    }
  }

  /// The shape of what the layer makes of `input`.
  package func output(of input: Shape) throws(LayerMisfit) -> Shape {
    switch self {
    case .dense(let units, _):
      guard Self.unitBounds.contains(units), input.count > 0 else {
        throw LayerMisfit(input: input, output: Shape(units: units))
      }
      return Shape(units: units)
    }
  }

  /// The weights and biases of the layer, in the order in which they are drawn and stored.
  package func parameters(of input: Shape) -> [ParameterShape] {
    switch self {
    case .dense(let units, _):
      [
        ParameterShape("weights", [units, input.count]),
        ParameterShape("biases", [units]),
      ]
    }
  }

  /// The products that the layer adds up for one example.
  package func multiplyAdds(of input: Shape) -> Int {
    switch self {
    case .dense(let units, _): units * input.count
    }
  }
}

/// A tensor of weights or biases: what it is called and how long it is in each dimension.
package struct ParameterShape: Sendable, Hashable {
  package let name: String
  /// Row by row: the last dimension is that of neighbours.
  package let dimensions: [Int]

  package init(_ name: String, _ dimensions: [Int]) {
    self.name = name
    self.dimensions = dimensions
  }

  /// How many numbers there are.
  package var count: Int { dimensions.reduce(1, *) }
}

/// A layer and what goes into it do not fit each other.
package struct LayerMisfit: Error, Sendable, Equatable {
  package let input: Shape
  /// What the layer would have to make of it.
  package let output: Shape

  package init(input: Shape, output: Shape) {
    self.input = input
    self.output = output
  }
}
