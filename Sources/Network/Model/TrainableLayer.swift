import Architecture

/// A kind of layer with the passes that it is trained by, and the plain twin that they are held to.
protocol TrainableLayer {
  /// Its passes, without an activation that is one of its own.
  func passes(at place: LayerPlace) -> any Layer

  /// Its passes as the textbook writes them, without its activation.
  func twin(at place: LayerPlace, _ tensors: [[Double]]) -> any ReferenceLayer
}

/// Where a layer stands in a network.
struct LayerPlace {
  /// Counted from 0.
  let index: Int
  let input: Shape
  let output: Shape
}

extension LayerSpec {
  /// The layer as one that can be trained.
  var trainable: any TrainableLayer {
    switch self {
    case .dense(let layer): layer
    case .conv(let layer): layer
    case .maxPool(let layer): layer
    case .averagePool(let layer): layer
    case .dropout(let layer): layer
    }
  }
}

extension Architecture {
  func place(ofLayer index: Int) -> LayerPlace {
    LayerPlace(index: index, input: shapes[index], output: shapes[index + 1])
  }
}

extension Activation {
  /// The activation where a layer's own passes take it along; `nil` where it is a pass of its own.
  var fused: Activation? { self == .gelu ? nil : self }
}
