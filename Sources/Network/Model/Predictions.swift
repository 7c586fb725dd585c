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
  /// - Parameter threads: how many threads share the images; the result does not depend on it.
  package func predict(_ images: SparseImages, threads: Int) async throws(TrainingError)
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

/// A forward pass over all examples, shard by shard.
///
/// Threads share it without locks: each shard writes its own examples' probabilities and each
/// thread its own workspace; `run` returns after all have ended.
private final class PredictionPass: @unchecked Sendable {
  private let images: SparseImages
  private let classes: Int
  private let workspaces: [Propagation]
  /// `images.count * classes` numbers.
  private let probabilities: UnsafeMutablePointer<Float>
  private let winners: UnsafeMutablePointer<Int>

  init(_ model: Model, images: SparseImages, threads: Int) {
    self.images = images
    classes = model.architecture.classes
    let weights = LayerWeights.all(of: model.architecture, litPixels: images.litPixels.count)
    LayerWeights.set(weights, to: TrainingState(model), images: images)
    workspaces = (0..<max(1, min(threads, Shards.count))).map { _ in Propagation(weights) }
    probabilities = .allocate(capacity: max(1, images.count * classes))
    probabilities.initialize(repeating: 0, count: images.count * classes)
    winners = .allocate(capacity: max(1, images.count))
    winners.initialize(repeating: 0, count: images.count)
  }

  deinit {
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
      images.withUnsafeImages { pass(shard, workspaces[thread], $0) }
    }
  }

  private func pass(_ shard: Int, _ network: Propagation, _ images: ImageMemory) {
    for block in Propagation.blocks(of: Shards.range(shard, of: self.images.count)) {
      network.forward(images, block)
      for example in block {
        let scores = network.scores(example - block.lowerBound)
        for c in 0..<classes { probabilities[example * classes + c] = scores[class: c] }
        winners[example] = scores.winner
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
