import Architecture
import Network

/// The passes of all images through any network, chunk by chunk.
///
/// Threads share it without locks: each chunk writes its own images' probabilities and each thread
/// its own workspace; `run` returns after all have ended.
final class ChunkPredictor: @unchecked Sendable {
  private let images: ImageRows
  private let weights: LaneBuffer
  /// For each thread those of the groups that go side by side.
  private let workspaces: [[Propagation]]
  private let classes: Int
  /// `images.count * classes` numbers.
  private let probabilities: LaneBuffer

  init(_ model: Model, images: ImageRows, threads: Int) {
    self.images = images
    weights = model.parameters.buffer
    let plan = NetworkPlan(model.architecture)
    workspaces = (0..<max(1, min(threads, Chunk.count(for: images.count)))).map { _ in
      plan.propagations
    }
    classes = model.architecture.classes
    probabilities = LaneBuffer(Lanes.groups(for: images.count * classes))
  }

  /// What every image is taken for; `nil` where it is cancelled.
  func run(isCancelled: @escaping @Sendable () -> Bool) async -> Predictions? {
    let isDone = await Tasks.forEach(
      Chunk.count(for: images.count), threads: workspaces.count, isCancelled: isCancelled
    ) { [self] chunk, thread in
      let start = chunk * Chunk.size
      let rows = (start..<min(start + Chunk.size, images.count)).map { Int32($0) }
      classify(Batch(images: images, labels: [], examples: rows[...]), workspaces[thread])
    }
    guard isDone else { return nil }
    let count = images.count * classes
    return Predictions(
      classCount: classes,
      probabilities: Array(UnsafeBufferPointer(start: probabilities.numbers, count: count)))
  }

  private func classify(_ batch: Batch, _ networks: [Propagation]) {
    batch.forEachForward(networks, weights.numbers) { group, network in
      for lane in 0..<batch.count(ofGroup: group) {
        let image = Int(batch.examples[group * Lanes.width + lane])
        for c in 0..<classes {
          probabilities.numbers[image * classes + c] = network.output[c][lane]
        }
      }
    }
  }
}
