package import Architecture

/// Where a layer stands in a network.
package struct LayerPlace {
  /// Counted from 0.
  package let index: Int
  package let input: Shape
  package let output: Shape
}

extension Architecture {
  package func place(ofLayer index: Int) -> LayerPlace {
    LayerPlace(index: index, input: shapes[index], output: shapes[index + 1])
  }
}
