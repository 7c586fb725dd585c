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

  /// How many numbers go into each of the outputs.
  package var fanIn: Int { dimensions.dropFirst().reduce(1, *) }

  /// How many outputs each of the inputs of a place goes into.
  package var fanOut: Int { dimensions[0] * dimensions.dropFirst(2).reduce(1, *) }
}
