import Architecture
import Network

/// A kind of layer with the passes that it is trained by.
protocol TrainableLayer {
  /// Its passes, without an activation that is one of its own.
  func passes(at place: LayerPlace) -> any Layer
}

extension LayerSpec {
  /// The layer as one that can be trained.
  var trainable: any TrainableLayer {
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

extension Activation {
  /// The activation where a layer's own passes take it along; `nil` where it is a pass of its own.
  var fused: Activation? { self == .gelu ? nil : self }
}
