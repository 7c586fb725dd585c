import Architecture
import Network

/// The examples of a batch that one chunk has, on their way forward and back: sums within it have the
/// order of its groups.
///
/// Threads share the weights, which nobody writes during a pass; what the part adds to is its own.
struct BatchPart: @unchecked Sendable {
  let batch: Batch
  /// Updates made before.
  let update: Int
  let epoch: Int
  let training: BatchTraining
  let augmentation: ImageAugmentation?
  let weights: UnsafePointer<Float>
  /// What the chunk adds to, zero at first.
  let gradient: LaneBuffer
  let tally: UnsafeMutablePointer<Tally>

  /// All of the way, group by group.
  func run(_ network: Propagation) {
    begin()
    for group in 0..<batch.groups {
      fill(group, network)
      network.forward(weights, draw(group))
      turn(group, network)
      network.backward(weights, draw(group), into: gradient.numbers)
    }
  }

  /// Clears what the chunk adds to.
  func begin() {
    gradient.clear()
    tally.pointee = Tally()
  }

  func fill(_ group: Int, _ network: Propagation) {
    batch.fill(group, into: network.input, augmentation.map { ($0, epoch) })
  }

  /// What is drawn for the examples of a group.
  func draw(_ group: Int) -> ExampleDraw {
    let start = batch.examples.startIndex + group * Lanes.width
    return ExampleDraw(
      seed: training.seed, purpose: .dropout, update: update,
      examples: batch.examples[start..<start + batch.count(ofGroup: group)])
  }

  /// At the end of the way forward: counts, and sets the slopes of the loss.
  func turn(_ group: Int, _ network: Propagation) {
    tally.pointee.count(batch, group, network)
    network.setSlopes(
      count: batch.count(ofGroup: group), label: { batch.label(group, $0) },
      smoothing: training.smoothing)
  }
}

extension Tally {
  /// Counts a group that has gone forward.
  mutating func count(_ batch: Batch, _ group: Int, _ network: Propagation) {
    count(
      network.output, classes: network.plan.architecture.classes,
      count: batch.count(ofGroup: group), label: { batch.label(group, $0) })
  }
}
