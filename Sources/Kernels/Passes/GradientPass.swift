import Architecture
import Network

/// One pass over all examples: forward, and backward to the gradient, shard by shard.
///
/// Threads share it without locks: weights are only read during a pass, each shard writes its own
/// gradient and tally, and each thread its own workspace; `run` returns after all have ended.
final class GradientPass: GradientComputing, @unchecked Sendable {
  private let images: TrainingImages
  private let labels: [UInt16]
  private let validation: (images: TrainingImages, labels: [UInt16])?
  private let threads: Int
  private let weights: [DenseWeights]
  private let workspaces: [DensePropagation]
  private let gradients: [[DenseGradient]]
  /// One initialized for each shard.
  private let tallies: UnsafeMutablePointer<Tally>

  init(
    _ architecture: Architecture, _ examples: LabelledImages, validation: LabelledImages?,
    threads: Int
  ) throws(TrainingError) {
    try architecture.expectDense()
    try architecture.expect(examples)
    if let validation { try architecture.expect(validation) }
    let images = TrainingImages(examples.images, andPixelsOf: validation?.images)
    self.images = images
    labels = examples.labels
    self.validation = validation.map { (TrainingImages($0.images, like: images), $0.labels) }
    self.threads = max(1, min(threads, Shards.count))
    let weights = DenseWeights.all(of: architecture, pixels: images.pixels)
    self.weights = weights
    workspaces = (0..<self.threads).map { _ in DensePropagation(weights) }
    gradients = (0..<Shards.count).map { _ in weights.map { DenseGradient(like: $0) } }
    tallies = .allocate(capacity: Shards.count)
    tallies.initialize(repeating: Tally(), count: Shards.count)
  }

  deinit {
    tallies.deallocate()
  }

  /// Computes the gradient of the loss; counts the examples classified correctly and the loss where asked.
  func run(_ parameters: Parameters<Double>, counting: Bool) async -> Tally {
    DenseWeights.set(weights, to: parameters, pixels: images.pixels)
    await Shards.forEach(threads: threads) { [self] shard, thread in
      labels.withUnsafeBufferPointer { labels in
        guard let labels = labels.baseAddress else { return }
        tallies[shard] = pass(shard, workspaces[thread], labels: labels, counting: counting)
      }
    }
    return (0..<Shards.count).reduce(into: Tally()) { $0 += tallies[$1] }
  }

  /// How validation examples are classified at the parameters of the last run; `nil` without such.
  func validate() async -> Tally? {
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
    return (0..<Shards.count).reduce(into: Tally()) { $0 += tallies[$1] }
  }

  /// Forward and backward through the examples of one shard, block by block.
  private func pass(
    _ shard: Int, _ network: DensePropagation, labels: UnsafePointer<UInt16>, counting: Bool
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

  /// The mean gradient over all examples at the parameters of the last run.
  func meanGradient(_ architecture: Architecture) -> Parameters<Double> {
    let layers = weights.indices.map { layer in
      MeanGradient(
        gradients.map { $0[layer] }, inputs: architecture.shapes[layer].count,
        pixels: layer == 0 ? images.pixels : nil, examples: images.count)
    }
    return Parameters(architecture, layers: layers)
  }
}
