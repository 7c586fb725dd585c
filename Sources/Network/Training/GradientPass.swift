/// One pass over all examples: forward, and backward to the gradient, shard by shard.
///
/// Threads share it without locks: weights are only read during a pass, each shard writes its own
/// gradient and tally, and each thread its own workspace; `run` returns after all have ended.
final class GradientPass: @unchecked Sendable {
  private let images: TrainingImages
  private let labels: [UInt8]
  private let validation: (images: TrainingImages, labels: [UInt8])?
  private let threads: Int
  private let weights: [LayerWeights]
  private let workspaces: [Propagation]
  private let gradients: [[LayerGradient]]
  /// One initialized for each shard.
  private let tallies: UnsafeMutablePointer<Tally>

  init(
    _ architecture: Architecture, _ examples: LabelledImages, validation: LabelledImages?,
    threads: Int
  ) throws(TrainingError) {
    try Self.check(architecture, examples.images, examples.labels)
    if let validation { try Self.check(architecture, validation.images, validation.labels) }
    let images = TrainingImages(examples.images, andPixelsOf: validation?.images)
    self.images = images
    labels = examples.labels
    self.validation = validation.map { (TrainingImages($0.images, like: images), $0.labels) }
    self.threads = max(1, min(threads, Shards.count))
    let weights = LayerWeights.all(of: architecture, pixels: images.pixels)
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
    _ architecture: Architecture, _ images: ImageRows, _ labels: [UInt8]
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
    LayerWeights.set(weights, to: state, pixels: images.pixels)
    await Shards.forEach(threads: threads) { [self] shard, thread in
      labels.withUnsafeBufferPointer { labels in
        guard let labels = labels.baseAddress else { return }
        tallies[shard] = pass(shard, workspaces[thread], labels: labels, counting: counting)
      }
    }
    return (0..<Shards.count).reduce(into: Tally()) { $0 += tallies[$1] }
  }

  /// How many validation examples are read correctly at the state of the last run; `nil` without.
  func validate() async -> Int? {
    guard let validation else { return nil }
    await Shards.forEach(threads: threads) { [self] shard, thread in
      validation.labels.withUnsafeBufferPointer { labels in
        guard let labels = labels.baseAddress else { return }
        var tally = Tally()
        for range in ImageBlock.ranges(of: Shards.range(shard, of: validation.images.count)) {
          validation.images.withBlock(range) { block in
            workspaces[thread].forward(block)
            tally.count(workspaces[thread], labels + range.lowerBound, block)
          }
        }
        tallies[shard] = tally
      }
    }
    return (0..<Shards.count).reduce(0) { $0 + tallies[$1].correct }
  }

  /// Forward and backward through the examples of one shard, block by block.
  private func pass(
    _ shard: Int, _ network: Propagation, labels: UnsafePointer<UInt8>, counting: Bool
  ) -> Tally {
    var tally = Tally()
    let gradient = gradients[shard]
    for layer in gradient { layer.clear() }
    for range in ImageBlock.ranges(of: Shards.range(shard, of: images.count)) {
      let labels = labels + range.lowerBound
      images.withBlock(range) { block in
        network.forward(block)
        if counting { tally.count(network, labels, block) }
        network.backward(block, labels: labels, into: gradient)
      }
    }
    return tally
  }

  /// Gradient descent: W ← W - rate · dW and b ← b - rate · db, with the mean over all examples.
  func update(_ state: inout TrainingState, learningRate: Double) {
    for layer in state.layers.indices {
      let gradient = meanGradient(layer, of: state)
      for i in gradient.weights.indices {
        state.layers[layer].weights[i] -= learningRate * gradient.weights[i]
      }
      for i in gradient.biases.indices {
        state.layers[layer].biases[i] -= learningRate * gradient.biases[i]
      }
    }
    state.iteration += 1
  }

  /// The gradient of a layer in the order of its parameters: the sum over shards, by examples.
  private func meanGradient(_ layer: Int, of state: TrainingState) -> TrainingState.Parameters {
    let shards = gradients.map { $0[layer] }
    return TrainingState.Parameters(
      gradient: shards, inputs: state.architecture.inputWidths[layer],
      pixels: layer == 0 ? images.pixels : nil, examples: images.count)
  }
}
