/// One pass over all examples: forward, and backward to the gradient, shard by shard.
///
/// Threads share it without locks: weights are only read during a pass, each shard writes its own
/// gradient and tally, and each thread its own workspace; `run` returns after all have ended.
final class GradientPass: @unchecked Sendable {
  private let images: SparseImages
  private let labels: [UInt8]
  private let threads: Int
  private let weights: [LayerWeights]
  private let workspaces: [Propagation]
  private let gradients: [[LayerGradient]]
  private var tallies: UnsafeMutablePointer<Tally>

  init(
    _ architecture: Architecture, images: SparseImages, labels: [UInt8], threads: Int
  ) throws(TrainingError) {
    try Self.check(architecture, images, labels)
    self.images = images
    self.labels = labels
    self.threads = max(1, min(threads, Shards.count))
    let weights = LayerWeights.all(of: architecture, litPixels: images.litPixels.count)
    self.weights = weights
    workspaces = (0..<self.threads).map { _ in Propagation(weights) }
    gradients = (0..<Shards.count).map { _ in weights.map { LayerGradient(like: $0) } }
    tallies = .allocate(capacity: Shards.count)
    tallies.initialize(repeating: Tally(), count: Shards.count)
  }

  deinit {
    tallies.deallocate()
  }

  private static func check(
    _ architecture: Architecture, _ images: SparseImages, _ labels: [UInt8]
  ) throws(TrainingError) {
    guard images.count > 0 else { throw .noExamples }
    guard images.imageSize == architecture.inputs else {
      throw .inputs(network: architecture.inputs, images: images.imageSize)
    }
    guard labels.count == images.count else {
      throw .labelCount(images: images.count, labels: labels.count)
    }
    if let label = labels.first(where: { $0 >= architecture.classes }) {
      throw .label(Int(label), classes: architecture.classes)
    }
  }

  /// Computes the gradient of the loss at `state`; counts right readings and the loss where asked.
  func run(_ state: TrainingState, counting: Bool) async -> Tally {
    LayerWeights.set(weights, to: state, images: images)
    await Shards.forEach(threads: threads) { [self] shard, thread in
      images.withUnsafeImages { images in
        labels.withUnsafeBufferPointer { labels in
          guard let labels = labels.baseAddress else { return }
          tallies[shard] = pass(
            shard, workspaces[thread], images, labels: labels, counting: counting)
        }
      }
    }
    return (0..<Shards.count).reduce(into: Tally()) { $0 += tallies[$1] }
  }

  /// Forward and backward through the examples of one shard, block by block.
  private func pass(
    _ shard: Int, _ network: Propagation, _ images: ImageMemory, labels: UnsafePointer<UInt8>,
    counting: Bool
  ) -> Tally {
    var tally = Tally()
    let gradient = gradients[shard]
    for layer in gradient { layer.clear() }
    for block in Propagation.blocks(of: Shards.range(shard, of: self.images.count)) {
      network.forward(images, block)
      if counting { tally.count(network, labels + block.lowerBound, examples: block.count) }
      network.backward(images, block, labels: labels, into: gradient)
    }
    return tally
  }

  /// Gradient descent: W ← W - rate · dW and b ← b - rate · db, with the mean over all examples.
  func update(_ state: inout TrainingState, learningRate: Double) {
    let step = learningRate / Double(images.count)
    for layer in weights.indices {
      let gradients = gradients.map { $0[layer] }
      let inputs = state.architecture.inputWidths[layer]
      // The first layer's gradient is by grey levels; by inputs it is the scale times that.
      let scale = layer == 0 ? images.scale : 1
      for unit in 0..<weights[layer].units {
        state.layers[layer].biases[unit] -= step * sum(gradients) { Double($0.biases[0, unit]) }
      }
      for row in 0..<weights[layer].rows.rows {
        let input = layer == 0 ? Int(images.litPixels[row]) : row
        for unit in 0..<weights[layer].units {
          let slope = scale * sum(gradients) { Double($0.rows[row, unit]) }
          state.layers[layer].weights[unit * inputs + input] -= step * slope
        }
      }
    }
    state.iteration += 1
  }

  /// The sum over shards, in their order.
  private func sum(_ gradients: [LayerGradient], _ part: (LayerGradient) -> Double) -> Double {
    var sum = 0.0
    for gradient in gradients { sum += part(gradient) }
    return sum
  }
}

/// How well a network reads some examples.
struct Tally: Sendable {
  /// Examples read correctly.
  var correct = 0
  /// The sum of the cross-entropies, in nats.
  var loss = 0.0

  /// Counts a block that has gone forward.
  mutating func count(_ network: Propagation, _ labels: UnsafePointer<UInt8>, examples: Int) {
    for example in 0..<examples {
      let probabilities = network.scores(example)
      let label = Int(labels[example])
      if probabilities.winner == label { correct += 1 }
      loss += crossEntropy(probabilities[class: label])
    }
  }

  static func += (a: inout Tally, b: Tally) {
    a.correct += b.correct
    a.loss += b.loss
  }
}

/// -ln p, with p kept away from zero, where the logarithm has no value.
func crossEntropy(_ probability: Float) -> Double {
  -naturalLogarithm(max(Double(probability), 1e-30))
}
