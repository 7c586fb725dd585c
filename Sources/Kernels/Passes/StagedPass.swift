import Architecture

/// The passes of a batch through a network with layers that look at all of its examples: such a
/// layer waits until all have come to it, forward and back.
///
/// So each group of sixteen keeps what it has computed.
///
/// Threads share it without locks: each group has its own workspace, each chunk is worked on by one
/// thread at a time, and moments are set between the stages.
final class StagedPass: @unchecked Sendable {
  /// A layer that looks at all examples of a batch.
  private struct Barrier {
    /// Its place among the passes.
    let pass: Int
    let layer: BatchNormalization
    let moments: BatchMoments
  }

  private let plan: NetworkPlan
  /// One for each group of a batch.
  private let workspaces: [Propagation]
  /// From first to last.
  private let barriers: [Barrier]

  /// `nil` where no layer looks at batches.
  init?(_ plan: NetworkPlan, batch: Int) {
    let groups = Lanes.groups(for: batch)
    barriers = plan.layers.enumerated().compactMap { index, layer in
      (layer as? BatchNormalization).map {
        Barrier(pass: index, layer: $0, moments: BatchMoments($0, groups: groups))
      }
    }
    guard !barriers.isEmpty else { return nil }
    self.plan = plan
    workspaces = (0..<groups).map { _ in Propagation(plan) }
  }

  /// Forward and backward; `false` where it is cancelled before.
  func run(_ batch: StagedBatch) async -> Bool {
    for part in batch.parts { part.begin() }
    for stage in 0...barriers.count {
      guard await batch.forEachGroup({ [self] in forward(stage, $0) }) else { return false }
      guard stage < barriers.count else { break }
      let barrier = barriers[stage]
      barrier.moments.setMeans(batch)
      let isDone = await batch.forEachGroup { [self] in
        barrier.layer.addSquares(
          workspaces[$0.place].input(ofPass: barrier.pass), count: $0.count, barrier.moments,
          to: barrier.moments.sums(ofGroup: $0.place))
      }
      guard isDone else { return false }
      barrier.moments.setVariances(batch, epsilon: BatchNormSpec.epsilon)
    }
    for stage in (0...barriers.count).reversed() {
      guard await batch.forEachGroup({ [self] in backward(stage, $0) }) else { return false }
      guard stage > 0 else { break }
      let barrier = barriers[stage - 1]
      barrier.moments.setSlopes(
        batch, gradient: batch.gradient + plan.parameterStarts[barrier.pass])
    }
    return true
  }

  /// From a barrier, or the input, through the passes before the next one, which takes note of what
  /// comes to it; at the end the way turns.
  private func forward(_ stage: Int, _ group: StagedBatch.Group) {
    let network = workspaces[group.place]
    if stage == 0 { group.part.fill(group.number, network) }
    let draw = group.part.draw(group.number)
    for index in passes(of: stage) {
      let moments = stage > 0 && index == barriers[stage - 1].pass
      network.forward(
        index, group.part.weights, draw, moments ? barriers[stage - 1].moments : nil)
    }
    guard stage < barriers.count else { return group.part.turn(group.number, network) }
    let barrier = barriers[stage]
    barrier.layer.addSums(
      network.input(ofPass: barrier.pass), count: group.count,
      to: barrier.moments.sums(ofGroup: group.place))
  }

  /// From the end, or through the barrier after the stage, back to the one before it, which takes note
  /// of the slopes that come to it.
  private func backward(_ stage: Int, _ group: StagedBatch.Group) {
    let network = workspaces[group.place]
    let draw = group.part.draw(group.number)
    func pass(_ index: Int, _ moments: BatchMoments? = nil) -> BackwardPass {
      network.backwardPass(
        index, group.part.weights, draw, group.part.gradient.numbers, moments)
    }
    if stage < barriers.count {
      let barrier = barriers[stage]
      barrier.layer.backward(pass(barrier.pass, barrier.moments))
    }
    for index in passes(of: stage).dropFirst(stage > 0 ? 1 : 0).reversed() {
      plan.layers[index].backward(pass(index))
    }
    guard stage > 0 else { return }
    let barrier = barriers[stage - 1]
    barrier.layer.addSlopes(
      pass(barrier.pass), barrier.moments, to: barrier.moments.sums(ofGroup: group.place))
  }

  /// The passes of a stage: its barrier, but for the first one, and those up to the next.
  private func passes(of stage: Int) -> Range<Int> {
    let start = stage == 0 ? 0 : barriers[stage - 1].pass
    return start..<(stage < barriers.count ? barriers[stage].pass : plan.layers.count)
  }

  /// The means and variances that the network knows, by barrier.
  func known(_ weights: UnsafePointer<Float>) -> [[Float]] {
    barriers.map { barrier in
      let numbers = weights + plan.parameterStarts[barrier.pass] + 2 * barrier.layer.channels
      return Array(UnsafeBufferPointer(start: numbers, count: 2 * barrier.layer.channels))
    }
  }

  /// Moves means and variances towards those of the batch, from where they were before its update.
  func updateKnown(_ weights: UnsafeMutablePointer<Float>, _ known: [[Float]], examples: Int) {
    for (barrier, known) in zip(barriers, known) {
      barrier.moments.updateKnown(
        weights + plan.parameterStarts[barrier.pass], known: known, examples: examples)
    }
  }
}

/// A batch in its parts, on its way in stages.
struct StagedBatch: Sendable {
  let parts: [BatchPart]
  let threads: Int
  let isCancelled: @Sendable () -> Bool

  /// Sixteen examples of a part.
  struct Group {
    let part: BatchPart
    /// Its number in the part, and its place in the batch.
    let (number, place): (Int, Int)

    var count: Int { part.batch.count(ofGroup: number) }
  }

  var groups: Int { parts.reduce(0) { $0 + $1.batch.groups } }
  var examples: Int { parts.reduce(0) { $0 + $1.batch.examples.count } }

  /// What the first part adds to.
  var gradient: UnsafeMutablePointer<Float> { parts[0].gradient.numbers }

  /// Calls `body` with each group, those of a part one after the other; `false` where it is cancelled.
  func forEachGroup(_ body: @escaping @Sendable (Group) -> Void) async -> Bool {
    await Tasks.forEach(parts.count, threads: threads, isCancelled: isCancelled) { index, _ in
      for number in 0..<parts[index].batch.groups {
        let place = index * Chunk.size / Lanes.width + number
        body(Group(part: parts[index], number: number, place: place))
      }
    }
  }
}
