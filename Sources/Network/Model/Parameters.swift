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
    package internal(set) var numbers: [Number]
  }

  package internal(set) var tensors: [Tensor]

  /// Takes the numbers of each tensor; `nil` where they do not fit the network.
  package init?(_ architecture: Architecture, numbers: [[Number]]) {
    let slots = architecture.parameterSlots
    guard slots.count == numbers.count,
      zip(slots, numbers).allSatisfy({ $0.shape.count == $1.count })
    else { return nil }
    tensors = zip(slots, numbers).map { Tensor(layer: $0.layer, shape: $0.shape, numbers: $1) }
  }

  /// Makes the numbers of each tensor.
  init(_ architecture: Architecture, numbers: (ParameterShape) -> [Number]) {
    tensors = architecture.parameterSlots.map {
      Tensor(layer: $0.layer, shape: $0.shape, numbers: numbers($0.shape))
    }
  }

  /// Takes the gradient of each layer, which is dense.
  init(_ architecture: Architecture, layers: [MeanGradient]) where Number == Double {
    tensors = zip(architecture.parameterSlots, layers.flatMap { [$0.weights, $0.biases] }).map {
      Tensor(layer: $0.layer, shape: $0.shape, numbers: $1)
    }
  }

  private init(tensors: [Tensor]) {
    self.tensors = tensors
  }

  /// The numbers of a tensor of a layer; none where the layer has no such tensor.
  package subscript(layer: Int, name: String) -> [Number] {
    tensors.first { $0.layer == layer && $0.shape.name == name }?.numbers ?? []
  }

  /// The same numbers as near as another type holds them.
  package func rounded<Other>(to _: Other.Type) -> Parameters<Other> {
    Parameters<Other>(
      tensors: tensors.map {
        .init(layer: $0.layer, shape: $0.shape, numbers: $0.numbers.map(Other.init))
      })
  }
}

extension Parameters<Float> {
  /// All numbers, one tensor after the other, in whole lanes.
  var buffer: LaneBuffer {
    let buffer = LaneBuffer(Lanes.groups(for: tensors.reduce(0) { $0 + $1.numbers.count }))
    var start = buffer.numbers
    for tensor in tensors {
      start.update(from: tensor.numbers, count: tensor.numbers.count)
      start += tensor.numbers.count
    }
    return buffer
  }

  /// Takes over the numbers that stand in a buffer.
  mutating func take(_ buffer: LaneBuffer) {
    var start = buffer.numbers
    for index in tensors.indices {
      let count = tensors[index].numbers.count
      tensors[index].numbers = Array(UnsafeBufferPointer(start: start, count: count))
      start += count
    }
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
