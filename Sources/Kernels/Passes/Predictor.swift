import Architecture
import Network

/// A forward pass over all images, shard by shard.
///
/// All pixels count as common, whatever the images: so each one's sums have the same order in any
/// company.
///
/// Threads share it without locks: each shard writes its own images' probabilities and each thread
/// its own workspace; `run` returns after all have ended.
final class Predictor: @unchecked Sendable {
  private let images: ImageRows
  private let classes: Int
  private let workspaces: [(network: DensePropagation, lines: LevelLines)]
  private let pixels: [Int32]
  /// `images.count * classes` numbers.
  private let probabilities: UnsafeMutablePointer<Float>
  private let chosen: UnsafeMutablePointer<Int>

  init(_ model: Model, images: ImageRows, threads: Int) {
    self.images = images
    classes = model.architecture.classes
    pixels = (0..<Int32(images.imageSize)).map { $0 }
    let rows = PixelRows(common: pixels, rare: [], scale: images.scale)
    let weights = DenseWeights.all(of: model.architecture, pixels: rows)
    DenseWeights.set(weights, to: model.parameters.rounded(to: Double.self), pixels: rows)
    workspaces = (0..<max(1, min(threads, Shards.count))).map { _ in
      let lines = ImageBlock.size / Chunk.size * images.imageSize
      return (DensePropagation(weights), LevelLines(lines))
    }
    probabilities = .allocate(capacity: max(1, images.count * classes))
    probabilities.initialize(repeating: 0, count: images.count * classes)
    chosen = .allocate(capacity: max(1, images.count))
    chosen.initialize(repeating: 0, count: images.count)
  }

  deinit {
    probabilities.deallocate()
    chosen.deallocate()
  }

  private var predictions: Predictions {
    Predictions(
      classCount: classes,
      probabilities: Array(
        UnsafeBufferPointer(start: probabilities, count: images.count * classes)),
      classes: Array(UnsafeBufferPointer(start: chosen, count: images.count)))
  }

  /// What every image is taken for; `nil` where it is cancelled.
  func run(isCancelled: @escaping @Sendable () -> Bool) async -> Predictions? {
    let isDone = await Shards.forEach(threads: workspaces.count, isCancelled: isCancelled) {
      [self] shard, thread in
      for range in ImageBlock.ranges(of: Shards.range(shard, of: images.count)) {
        guard !isCancelled() else { return }
        classify(range, workspaces[thread].network, workspaces[thread].lines.base)
      }
    }
    return isDone && !isCancelled() ? predictions : nil
  }

  private func classify(
    _ range: Range<Int>, _ network: DensePropagation, _ lines: UnsafeMutablePointer<PackedLevels>
  ) {
    pixels.withUnsafeBufferPointer { images.pack(range, pixels: $0, into: lines) }
    let block = ImageBlock(
      count: range.count, lines: lines, commonCount: images.imageSize, rare: nil)
    network.forward(block)
    for group in 0..<block.groups {
      let lanes = network.probabilities(group)
      let winners = winners(lanes, classes: classes)
      for lane in 0..<block.images(ofGroup: group) {
        let image = range.lowerBound + group * Lanes.width + lane
        for c in 0..<classes { probabilities[image * classes + c] = lanes[c][lane] }
        chosen[image] = Int(winners[lane])
      }
    }
  }
}
