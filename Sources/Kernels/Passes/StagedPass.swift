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

  /// Forward and backward, in stages.
  func stages(_ batch: StagedBatch) -> [Tasks.Stage] {
    forwardStages(batch) + backwardStages(batch)
  }

  /// At each barrier means are taken of what has come to it, and then variances.
  private func forwardStages(_ batch: StagedBatch) -> [Tasks.Stage] {
    (0...barriers.count).flatMap { [self] stage -> [Tasks.Stage] in
      guard stage < barriers.count else {
        return [batch.stage(by: plan.groups) { [self] in forward(stage, $0) }]
      }
      let barrier = barriers[stage]
      return [
        batch.stage(by: plan.groups) { [self] in
          forward(stage, $0)
        } end: {
          barrier.moments.setMeans(batch)
        },
        batch.stage(by: 1) { [self] in
          addSquares(barrier, $0)
        } end: {
          barrier.moments.setVariances(batch, epsilon: BatchNormSpec.epsilon)
        },
      ]
    }
  }

  /// At each barrier slopes are summed before anybody goes on through it.
  private func backwardStages(_ batch: StagedBatch) -> [Tasks.Stage] {
    (0...barriers.count).reversed().map { stage in
      batch.stage(by: plan.groups) { [self] in
        backward(stage, $0)
      } end: { [self] in
        guard stage > 0 else { return }
        let barrier = barriers[stage - 1]
        barrier.moments.setSlopes(
          batch, gradient: batch.gradient + plan.parameterStarts[barrier.pass])
      }
    }
  }

  private func addSquares(_ barrier: Barrier, _ groups: [StagedBatch.Group]) {
    for group in groups {
      barrier.layer.addSquares(
        network(group).input(ofPass: barrier.pass), count: group.count, barrier.moments,
        to: barrier.moments.sums(ofGroup: group.place))
    }
  }

  /// From a barrier, or the input, through the passes before the next one, which takes note of what
  /// comes to it; at the end the way turns.
  private func forward(_ stage: Int, _ groups: [StagedBatch.Group]) {
    if stage == 0 {
      if groups.first?.number == 0 { groups.first?.part.begin() }
      for group in groups { group.part.fill(group.number, network(group)) }
    }
    let draws = groups.map(\.draw)
    for index in passes(of: stage) {
      let isBarrier = stage > 0 && index == barriers[stage - 1].pass
      let moments = isBarrier ? barriers[stage - 1].moments : nil
      plan.layers[index].forward(
        zip(groups, draws).map { network($0).forwardPass(index, $0.part.weights, $1, moments) })
    }
    for group in groups {
      guard stage < barriers.count else {
        group.part.turn(group.number, network(group))
        continue
      }
      let barrier = barriers[stage]
      barrier.layer.addSums(
        network(group).input(ofPass: barrier.pass), count: group.count,
        to: barrier.moments.sums(ofGroup: group.place))
    }
  }

  /// From the end, or through the barrier after the stage, back to the one before it, which takes note
  /// of the slopes that come to it.
  private func backward(_ stage: Int, _ groups: [StagedBatch.Group]) {
    let draws = groups.map(\.draw)
    func passes(_ index: Int, _ moments: BatchMoments? = nil) -> [BackwardPass] {
      zip(groups, draws).map {
        network($0).backwardPass(
          index, $0.part.weights, $1, $0.part.gradient.numbers, moments)
      }
    }
    if stage < barriers.count {
      let barrier = barriers[stage]
      barrier.layer.backward(passes(barrier.pass, barrier.moments))
    }
    for index in self.passes(of: stage).dropFirst(stage > 0 ? 1 : 0).reversed() {
      plan.layers[index].backward(passes(index))
    }
    guard stage > 0 else { return }
    let barrier = barriers[stage - 1]
    for (group, pass) in zip(groups, passes(barrier.pass)) {
      barrier.layer.addSlopes(
        pass, barrier.moments, to: barrier.moments.sums(ofGroup: group.place))
    }
  }

  private func network(_ group: StagedBatch.Group) -> Propagation { workspaces[group.place] }

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

  /// Sixteen examples of a part.
  struct Group {
    let part: BatchPart
    /// Its number in the part, and its place in the batch.
    let (number, place): (Int, Int)

    var count: Int { part.batch.count(ofGroup: number) }
    /// What is drawn for its examples.
    var draw: ExampleDraw { part.draw(number) }
  }

  var groups: Int { parts.reduce(0) { $0 + $1.batch.groups } }
  var examples: Int { parts.reduce(0) { $0 + $1.batch.examples.count } }

  /// What the first part adds to.
  var gradient: UnsafeMutablePointer<Float> { parts[0].gradient.numbers }

  /// A stage that calls `body` with the groups of each part, so many at a time, those of a part one
  /// after the other.
  func stage(
    by size: Int, _ body: @escaping @Sendable ([Group]) -> Void,
    end: @escaping @Sendable () -> Void = {}
  ) -> Tasks.Stage {
    Tasks.Stage(
      count: parts.count,
      body: { [parts] index, _ in
        let first = index * Chunk.size / Lanes.width
        for numbers in parts[index].batch.groups(by: size) {
          body(numbers.map { Group(part: parts[index], number: $0, place: first + $0) })
        }
      }, end: end)
  }
}
