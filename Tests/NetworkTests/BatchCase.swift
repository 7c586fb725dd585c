import Architecture
import Learning
import Network
import Random
import Testing

/// A network of any layers and how many examples it is tried on.
struct BatchCase: Sendable, CustomTestStringConvertible {
  let input: Shape
  let layers: [String]
  let examples: Int

  /// Sizes that fill no register tile, and some that do.
  static let all = [
    BatchCase(input: image(1, 5, 6), layers: ["3 softmax"], examples: 1),
    BatchCase(input: image(1, 5, 7), layers: ["21 relu", "9 relu", "4 softmax"], examples: 37),
    BatchCase(input: image(1, 8, 8), layers: ["128 relu", "16 softmax"], examples: 130),
    BatchCase(input: image(1, 9, 7), layers: ["conv 5 3x3 relu", "3 softmax"], examples: 20),
    BatchCase(
      input: image(1, 12, 12),
      layers: ["conv 8 5x5 relu", "max-pool 2x2", "conv 4 3x3 relu", "12 relu", "5 softmax"],
      examples: 70),
    BatchCase(
      input: image(2, 7, 9),
      layers: ["conv 3 3x3 pad same relu", "conv 6 3x5 stride 2 pad 1", "4 softmax"], examples: 9),
    BatchCase(
      input: image(3, 8, 7), layers: ["conv 2 2x4 stride 3 pad 1 relu", "3 softmax"], examples: 18),
    BatchCase(
      input: image(1, 8, 9),
      layers: ["max-pool 3x2", "conv 2 1x1", "conv 3 2x2 relu", "2 softmax"],
      examples: 33),
    BatchCase(
      input: image(1, 7, 6), layers: ["9 leaky-relu", "8 tanh", "7 sigmoid", "4 softmax"],
      examples: 21),
    BatchCase(
      input: image(1, 8, 9),
      layers: ["conv 3 3x2 gelu", "average-pool 2x3", "dropout 0", "6 gelu", "3 softmax"],
      examples: 19),
    BatchCase(
      input: image(2, 8, 7),
      layers: ["batch-norm", "conv 3 3x3", "batch-norm relu", "max-pool 2x2", "3 softmax"],
      examples: 75),
    // Convolutions by tiles: whole ones, some that reach beyond the image, and more than a block.
    BatchCase(input: image(9, 6, 6), layers: ["conv 8 5x5 relu", "3 softmax"], examples: 17),
    BatchCase(
      input: image(1, 11, 13),
      layers: [
        "conv 10 3x3 tanh", "conv 13 3x2 pad 1 tanh", "conv 8 4x5 pad 3 tanh", "max-pool 4x4",
        "4 softmax",
      ], examples: 20),
    BatchCase(
      input: image(8, 23, 22), layers: ["conv 9 5x4 tanh", "max-pool 6x6", "3 softmax"],
      examples: 5),
    BatchCase(
      input: image(1, 12, 12),
      layers: [
        "conv 16 5x5 tanh", "max-pool 2x2", "conv 32 3x3 pad same", "batch-norm tanh",
        "max-pool 2x2", "5 softmax",
      ], examples: 66),
    BatchCase(input: image(1, 4, 4), layers: ["batch-norm gelu", "2 softmax"], examples: 16),
  ]

  private static func image(_ channels: Int, _ height: Int, _ width: Int) -> Shape {
    Shape(channels: channels, height: height, width: width)
  }

  var testDescription: String {
    "\(examples) examples, \(input): \(layers.joined(separator: ", "))"
  }

  func start(_ optimizer: any Optimizer = Adam()) throws -> BatchTrainingState {
    var random = RandomState(seed: 4)
    let network = try Architecture(input: input, layers: layers.map(LayerSpec.init))
    return BatchTrainingState(
      network, .uniform(low: -0.4, high: 0.5), examples: examples, optimizer: optimizer,
      random: &random)
  }

  func randomExamples() throws -> RandomExamples {
    RandomExamples(
      count: examples, imageSize: input.count, classes: try start().architecture.classes, seed: 8)
  }
}

extension ReferenceNetwork {
  /// The plain twin of a network.
  init(_ model: Model) {
    let layers = model.architecture.layers.indices
    self.init(
      model.architecture, weights: layers.map { model.parameters[$0, "weights"].map(Double.init) },
      biases: layers.map { model.parameters[$0, "biases"].map(Double.init) },
      known: layers.map { layer in
        ["means", "variances"].map { model.parameters[layer, $0].map(Double.init) }
      })
  }
}
