/// What a network reads in some examples.
package struct Predictions: Sendable, Equatable {
  package let classCount: Int
  /// Examples × classes, row by row: the probability of each class.
  package let probabilities: [Float]
  /// The class with the largest probability of each example, the first where several share it.
  package let classes: [Int]

  package var count: Int { classes.count }

  /// The probability of the class that each example was read as.
  package var winningProbabilities: [Double] {
    // The shortest decimals that mean the 32-bit number, not those of all of its bits.
    classes.indices.map { example in
      let probability = probabilities[example * classCount + classes[example]]
      return Double(probability.description) ?? Double(probability)
    }
  }

  /// Mean cross-entropy in nats; zero for no examples.
  ///
  /// Labels beyond the classes count as impossible.
  package func loss(labels: [UInt8]) -> Double {
    guard count > 0 else { return 0 }
    let entropies = zip(classes.indices, labels).map { example, label in
      Int(label) < classCount
        ? crossEntropy(probabilities[example * classCount + Int(label)]) : crossEntropy(0)
    }
    return entropies.reduce(0, +) / Double(count)
  }
}

extension Model {
  /// Reads images: the forward pass that training makes, without the backward one.
  ///
  /// What is read in an image does not depend on the images beside it.
  ///
  /// - Parameter threads: how many threads share the images; the result does not depend on it.
  package func predict(_ images: ImageRows, threads: Int) async throws(TrainingError)
    -> Predictions
  {
    guard images.imageSize == architecture.inputs else {
      throw .inputs(network: architecture.inputs, images: images.imageSize)
    }
    let pass = PredictionPass(self, images: images, threads: threads)
    await pass.run()
    return pass.predictions
  }
}

/// A forward pass over all images, shard by shard.
///
/// All pixels count as common, whatever the images: so each one's sums have the same order in any
/// company.
///
/// Threads share it without locks: each shard writes its own images' probabilities and each thread
/// its own workspace; `run` returns after all have ended.
private final class PredictionPass: @unchecked Sendable {
  private let images: ImageRows
  private let classes: Int
  private let workspaces: [(network: Propagation, tiles: UnsafeMutablePointer<PixelTile>)]
  private let pixels: [Int32]
  /// `images.count * classes` numbers.
  private let probabilities: UnsafeMutablePointer<Float>
  private let winners: UnsafeMutablePointer<Int>

  init(_ model: Model, images: ImageRows, threads: Int) {
    self.images = images
    classes = model.architecture.classes
    pixels = (0..<Int32(images.imageSize)).map { $0 }
    let rows = PixelRows(common: pixels, rare: [], scale: images.scale)
    let weights = LayerWeights.all(of: model.architecture, pixels: rows)
    LayerWeights.set(weights, to: TrainingState(model), pixels: rows)
    workspaces = (0..<max(1, min(threads, Shards.count))).map { _ in
      let tiles = ImageBlock.size / PixelTile.images * images.imageSize
      return (Propagation(weights), .allocate(capacity: tiles))
    }
    probabilities = .allocate(capacity: max(1, images.count * classes))
    probabilities.initialize(repeating: 0, count: images.count * classes)
    winners = .allocate(capacity: max(1, images.count))
    winners.initialize(repeating: 0, count: images.count)
  }

  deinit {
    for workspace in workspaces { workspace.tiles.deallocate() }
    probabilities.deallocate()
    winners.deallocate()
  }

  var predictions: Predictions {
    Predictions(
      classCount: classes,
      probabilities: Array(
        UnsafeBufferPointer(start: probabilities, count: images.count * classes)),
      classes: Array(UnsafeBufferPointer(start: winners, count: images.count)))
  }

  func run() async {
    await Shards.forEach(threads: workspaces.count) { [self] shard, thread in
      for range in ImageBlock.ranges(of: Shards.range(shard, of: images.count)) {
        read(range, workspaces[thread].network, workspaces[thread].tiles)
      }
    }
  }

  private func read(
    _ range: Range<Int>, _ network: Propagation, _ tiles: UnsafeMutablePointer<PixelTile>
  ) {
    pixels.withUnsafeBufferPointer { images.lay(range, pixels: $0, into: tiles) }
    let block = ImageBlock(
      count: range.count, tiles: tiles, pixelCount: images.imageSize, rare: nil)
    network.forward(block)
    for group in 0..<block.groups {
      let lanes = network.probabilities(group)
      let winners = Network.winners(lanes, classes: classes)
      for lane in 0..<block.images(ofGroup: group) {
        let image = range.lowerBound + group * Lanes.width + lane
        for c in 0..<classes { probabilities[image * classes + c] = lanes[c][lane] }
        self.winners[image] = Int(winners[lane])
      }
    }
  }
}

extension TrainingState {
  /// A network as training sees it.
  fileprivate init(_ model: Model) {
    self.init(
      architecture: model.architecture, iteration: 0,
      layers: model.layers.map {
        Parameters(weights: $0.weights.map(Double.init), biases: $0.biases.map(Double.init))
      }, history: [])
  }
}
