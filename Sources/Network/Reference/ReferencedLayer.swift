import Architecture

/// A kind of layer with the plain twin that its passes are held to.
protocol ReferencedLayer {
  /// Its passes as the textbook writes them, without its activation.
  func twin(at place: LayerPlace, _ tensors: [[Double]]) -> any ReferenceLayer
}

extension LayerSpec {
  /// The layer as one that has a twin.
  var referenced: any ReferencedLayer {
    switch self {
    case .dense(let layer): layer
    case .conv(let layer): layer
    case .maxPool(let layer): layer
    case .averagePool(let layer): layer
    case .batchNorm(let layer): layer
    case .dropout(let layer): layer
    }
  }
}
