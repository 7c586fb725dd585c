import Architecture
import Learning
import Network

/// The update of one batch: forward and backward chunk by chunk, then a step of the optimizer.
///
/// Threads share it without locks: weights are only read during a pass, each chunk writes its own
/// gradient and tally, each thread its own workspace, and each block of numbers is updated by one
/// thread. Gradients are summed over chunks by a fixed tree: so the same bits come out for any
/// number of threads.
final class BatchPass: BatchUpdating, @unchecked Sendable {
  /// Numbers that one thread updates at a time.
  private static let blockSize = 4096

  private let plan: NetworkPlan
  private let examples: LabelledImages
  private let validation: LabelledImages?
  private let training: BatchTraining
  private let augmentation: ImageAugmentation?
  private let threads: Int
  private let isCancelled: @Sendable () -> Bool
  /// For each thread those of the groups that go side by side.
  private let workspaces: [[Propagation]]
  /// The passes of layers that look at all examples of a batch; `nil` where there are none.
  private let staged: StagedPass?
  private let weights: LaneBuffer
  private let slots: [LaneBuffer]
  /// One for each chunk of a batch.
  private let gradients: [LaneBuffer]
  /// One initialized for each chunk of a batch, and of the validation examples.
  private let tallies: UnsafeMutablePointer<Tally>

  init(
    _ state: BatchTrainingState, _ examples: LabelledImages, validation: LabelledImages?,
    _ training: BatchTraining, threads: Int, isCancelled: @escaping @Sendable () -> Bool
  ) throws(TrainingError) {
    try state.architecture.expect(examples)
    if let validation { try state.architecture.expect(validation) }
    let plan = NetworkPlan(state.architecture)
    self.plan = plan
    self.examples = examples
    self.validation = validation
    self.isCancelled = isCancelled
    self.training = training
    augmentation = ImageAugmentation(
      training.augmentations, seed: training.seed, shape: plan.architecture.input)
    let chunks = Chunk.count(for: min(training.batch, examples.images.count))
    self.threads = max(1, threads)
    let all = max(chunks, Chunk.count(for: validation?.images.count ?? 0))
    staged = StagedPass(plan, batch: min(training.batch, examples.images.count))
    workspaces = (0..<max(1, min(threads, all))).map { _ in plan.propagations }
    weights = state.parameters.buffer
    slots = state.slots.map(\.buffer)
    gradients = (0..<chunks).map { _ in LaneBuffer(Lanes.groups(for: plan.parameterCount)) }
    tallies = .allocate(capacity: all)
    tallies.initialize(repeating: Tally(), count: all)
  }

  deinit {
    tallies.deallocate()
  }

  /// Makes update number `iteration`, which counts from 0, by the mean gradient of some examples;
  /// `nil` where it is cancelled before, with nothing updated.
  func update(_ iteration: Int, _ rows: ArraySlice<Int32>) async -> Tally? {
    let chunks = Chunk.count(for: rows.count)
    let parts = (0..<chunks).map { part(iteration, $0, rows) }
    let passes =
      staged?.stages(StagedBatch(parts: parts)) ?? [
        Tasks.Stage(count: chunks, threads: workspaces.count) { [self] in
          parts[$0].run(workspaces[$1])
        }
      ]
    let known = staged?.known(weights.numbers)
    guard
      await Tasks.run(
        passes + [steps(iteration, chunks, examples: rows.count)], threads: threads,
        isCancelled: isCancelled)
    else { return nil }
    if let known { staged?.updateKnown(weights.numbers, known, examples: rows.count) }
    return (0..<chunks).reduce(into: Tally()) { $0 += tallies[$1] }
  }

  /// How the validation examples are classified, with no tally where there are none; `nil` where it is
  /// cancelled before.
  func validate() async -> Validated? {
    guard let validation else { return Validated(tally: nil) }
    let count = validation.images.count
    let isDone = await Tasks.forEach(
      Chunk.count(for: count), threads: threads, isCancelled: isCancelled
    ) { [self] chunk, thread in
      let start = chunk * Chunk.size
      let rows = (start..<min(start + Chunk.size, count)).map { Int32($0) }
      let batch = Batch(
        images: validation.images, labels: validation.labels, examples: rows[...])
      var tally = Tally()
      batch.forEachForward(workspaces[thread], weights.numbers) { group, network in
        tally.count(batch, group, network)
      }
      tallies[chunk] = tally
    }
    guard isDone else { return nil }
    return Validated(
      tally: (0..<Chunk.count(for: count)).reduce(into: Tally()) { $0 += tallies[$1] })
  }

  func copyNumbers(to state: inout BatchTrainingState) {
    state.parameters.take(weights)
    for slot in state.slots.indices { state.slots[slot].take(slots[slot]) }
  }

  /// The part of a batch that one chunk is.
  private func part(_ update: Int, _ chunk: Int, _ rows: ArraySlice<Int32>) -> BatchPart {
    let start = rows.startIndex + chunk * Chunk.size
    let part = rows[start..<min(start + Chunk.size, rows.endIndex)]
    return BatchPart(
      batch: Batch(images: examples.images, labels: examples.labels, examples: part),
      update: update, epoch: update / training.updates(examples: examples.images.count),
      training: training, augmentation: augmentation, weights: weights.numbers,
      gradient: gradients[chunk],
      tally: tallies + chunk)
  }

  /// The update of all numbers, block by block.
  private func steps(_ iteration: Int, _ chunks: Int, examples: Int) -> Tasks.Stage {
    let numbers = weights.count * Lanes.width
    return Tasks.Stage(count: (numbers + Self.blockSize - 1) / Self.blockSize, canStop: false) {
      [self] block, _ in
      let start = block * Self.blockSize
      step(iteration, start..<min(start + Self.blockSize, numbers), chunks, examples: examples)
    }
  }

  /// The mean gradient of some numbers, and their update.
  private func step(_ iteration: Int, _ range: Range<Int>, _ chunks: Int, examples: Int) {
    var distance = 1
    while distance < chunks {
      for chunk in stride(from: 0, to: chunks - distance, by: 2 * distance) {
        let (sum, other) = (gradients[chunk].numbers, gradients[chunk + distance].numbers)
        forEachLanes(of: range) { sum.set($0, sum.lanes($0) + other.lanes($0)) }
      }
      distance *= 2
    }
    let gradient = gradients[0].numbers
    let rate = training.rate(update: iteration, examples: self.examples.images.count)
    let share = 1 / Float(examples)
    forEachLanes(of: range) { gradient.set($0, gradient.lanes($0) * share) }
    training.optimizer.step(rate: rate, update: iteration + 1).take(
      OptimizedNumbers(
        weights: weights.numbers, gradient: gradient, slots: slots.map(\.numbers)), range)
  }
}
