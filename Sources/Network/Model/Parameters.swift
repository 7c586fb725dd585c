package import Architecture

/// The weights and biases of a network: a tensor for each, in the order in which the kernels of its
/// layers read them.
///
/// Training keeps them in 64 bits where it sums over all examples; networks compute in 32.
package struct Parameters<Number: BinaryFloatingPoint & Sendable>: Sendable, Equatable {
  /// Some numbers with a name and a shape.
  package struct Tensor: Sendable, Equatable {
    /// The layer, counted from 0, whose numbers they are.
    package let layer: Int
    package let shape: ParameterShape
    /// Row by row; as many as the shape says.
    package var numbers: [Number]
  }

  package var tensors: [Tensor]

  /// Takes the numbers of each tensor; `nil` where they do not fit the network.
  package init?(_ architecture: Architecture, numbers: [[Number]]) {
    let slots = architecture.parameterSlots
    guard slots.count == numbers.count,
      zip(slots, numbers).allSatisfy({ $0.shape.count == $1.count })
    else { return nil }
    tensors = zip(slots, numbers).map { Tensor(layer: $0.layer, shape: $0.shape, numbers: $1) }
  }

  /// Makes the numbers of each tensor.
  package init(_ architecture: Architecture, numbers: (ParameterShape) -> [Number]) {
    tensors = architecture.parameterSlots.map {
      Tensor(layer: $0.layer, shape: $0.shape, numbers: numbers($0.shape))
    }
  }

  private init(tensors: [Tensor]) {
    self.tensors = tensors
  }

  /// The numbers of a tensor of a layer; none where the layer has no such tensor.
  package subscript(layer: Int, name: String) -> [Number] {
    tensors(ofLayer: layer).first { $0.shape.name == name }?.numbers ?? []
  }

  /// The tensors of a layer, found by halves, since networks may have thousands of layers.
  package func tensors(ofLayer layer: Int) -> ArraySlice<Tensor> {
    var (start, end) = (0, tensors.count)
    while start < end {
      let middle = (start + end) / 2
      if tensors[middle].layer < layer { start = middle + 1 } else { end = middle }
    }
    return tensors[start...].prefix { $0.layer == layer }
  }

  /// The same numbers as near as another type holds them.
  package func rounded<Other>(to _: Other.Type) -> Parameters<Other> {
    Parameters<Other>(
      tensors: tensors.map {
        .init(layer: $0.layer, shape: $0.shape, numbers: $0.numbers.map(Other.init))
      })
  }
}

extension Architecture {
  /// Where each tensor of the network belongs, in order.
  fileprivate var parameterSlots: [(layer: Int, shape: ParameterShape)] {
    layers.indices.flatMap { layer in
      parameters(ofLayer: layer).map { (layer, $0) }
    }
  }
}
