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

  /// All of the way, as many groups at once as there are networks.
  func run(_ networks: [Propagation]) {
    begin()
    for groups in batch.groups(by: networks.count) {
      let networks = networks[..<groups.count]
      for (group, network) in zip(groups, networks) { fill(group, network) }
      let (plan, draws) = (networks[0].plan, groups.map(draw))
      plan.forward(networks, weights, draws)
      for (group, network) in zip(groups, networks) { turn(group, network) }
      plan.backward(networks, weights, draws, into: gradient.numbers)
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
