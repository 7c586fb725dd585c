/// What one layer of a network is: the one description that notebook, training, checkpoint, export
/// and page share.
///
/// A layer is described by its own words and by nothing else: what goes into it follows from the
/// layers before. All that is to be known of a kind of layer is in its declaration.
package enum LayerSpec: Sendable, Hashable {
  case dense(DenseSpec)
  case conv(ConvSpec)
  case maxPool(MaxPoolSpec)
  case averagePool(AveragePoolSpec)
  case dropout(DropoutSpec)

  /// The kinds of layers, in the order in which messages name them.
  package static var kinds: [any LayerDeclaration.Type] {
    [DenseSpec.self, ConvSpec.self, MaxPoolSpec.self, AveragePoolSpec.self, DropoutSpec.self]
  }

  package var declaration: any LayerDeclaration {
    switch self {
    case .dense(let layer): layer
    case .conv(let layer): layer
    case .maxPool(let layer): layer
    case .averagePool(let layer): layer
    case .dropout(let layer): layer
    }
  }
}
