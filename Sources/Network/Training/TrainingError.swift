package import Architecture

/// Why a network cannot be trained on some examples, or classify them.
package enum TrainingError: Error, Sendable, Equatable, CustomStringConvertible {
  case noExamples
  case inputs(network: Int, images: Int)
  case labelCount(images: Int, labels: Int)
  case label(Int, classes: Int)
  /// A layer that cannot be trained on all examples at once.
  case needsBatches(LayerSpec)
  /// It was asked to stop.
  case cancelled

  package var description: String {
    switch self {
    case .noExamples: "there are no examples to learn from"
    case .inputs(let network, let images):
      "a network of \(network) inputs cannot learn from images of \(images) pixels"
    case .labelCount(let images, let labels): "\(images) images have \(labels) labels"
    case .label(let label, let classes):
      "label \(label) is not one of the \(classes) classes, which count from 0"
    case .cancelled: "it was stopped"
    case .needsBatches(let layer): "the layer '\(layer.text)' is trained in batches only"
    }
  }
}

extension Architecture {
  /// Throws where images do not fit the network.
  package func expect(_ images: ImageRows) throws(TrainingError) {
    guard images.imageSize == input.count else {
      throw .inputs(network: input.count, images: images.imageSize)
    }
  }

  /// Throws where a network cannot be trained on all examples at once.
  package func expectDense() throws(TrainingError) {
    for layer in layers {
      guard layer.isClassic else { throw .needsBatches(layer) }
    }
  }

  /// Throws where a network cannot learn from examples.
  package func expect(_ examples: LabelledImages) throws(TrainingError) {
    guard examples.images.count > 0 else { throw .noExamples }
    try expect(examples.images)
    guard examples.labels.count == examples.images.count else {
      throw .labelCount(images: examples.images.count, labels: examples.labels.count)
    }
    if let label = examples.labels.first(where: { $0 >= classes }) {
      throw .label(Int(label), classes: classes)
    }
  }
}
