import Architecture

/// Trains a network on examples, batch by batch.
package final class BatchTrainer {
  private let examples: LabelledImages
  private let validation: LabelledImages?
  private let training: BatchTraining
  private let threads: Int
  private let kernels: any NetworkKernels
  private let isCancelled: @Sendable () -> Bool

  /// Takes the examples to learn from and, where their accuracy is to stand in the history, others;
  /// each has a label below the number of classes.
  ///
  /// - Parameters:
  ///   - kernels: what computes; the result does not depend on it, nor on the threads.
  ///   - isCancelled: is asked for every few examples whether to stop.
  package init(
    _ examples: LabelledImages, validation: LabelledImages? = nil, _ training: BatchTraining,
    threads: Int, kernels: any NetworkKernels,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.examples = examples
    self.validation = validation
    self.training = training
    self.threads = threads
    self.kernels = kernels
    self.isCancelled = isCancelled
  }

  /// Trains until `iterations` updates have been made, from wherever `state` is.
  ///
  /// The result has the same bits whether it is reached in one go or in several, on any number of
  /// threads.
  ///
  /// - Parameter observe: is called after each update; training stops where it returns `false`.
  package func train(
    _ state: BatchTrainingState, until iterations: Int,
    observe: (BatchMoment) async -> Bool = { _ in true }
  ) async throws(TrainingError) -> BatchTrainingState {
    let pass = try kernels.updates(
      state, examples, validation: validation, training, threads: threads,
      isCancelled: isCancelled)
    let order = BatchOrder(
      seed: training.seed, examples: examples.images.count, batch: training.batch)
    var state = state
    var rows: [Int32] = []
    while await enter(&state, pass), state.iteration < iterations,
      !state.hasStopped(training)
    {
      let range = order.range(update: state.iteration)
      if rows.isEmpty || range.lowerBound == 0 {
        rows = order.order(epoch: order.epoch(update: state.iteration))
      }
      guard let tally = await pass.update(state.iteration, rows[range]) else { break }
      state.latest.add(tally, examples: range.count)
      state.iteration += 1
      guard await observe(BatchMoment(state, pass)) else { break }
    }
    pass.copyNumbers(to: &state)
    return state
  }

  /// Adds an entry to the history where one is due; `false` where it is cancelled before.
  private func enter(_ state: inout BatchTrainingState, _ pass: any BatchUpdating) async -> Bool {
    guard state.owesEntry(training) else { return true }
    guard let validated = await pass.validate() else { return false }
    state.latest.iteration = state.iteration
    if let tally = validated.tally {
      state.latest.set(tally, examples: validation?.images.count ?? 0)
      state.compareWithBest(training, pass)
    }
    state.history.append(state.latest)
    state.latest = .empty
    return true
  }
}

/// A training in batches under way, after one of its updates.
package struct BatchMoment {
  private let stale: BatchTrainingState
  private let pass: any BatchUpdating

  init(_ state: BatchTrainingState, _ pass: any BatchUpdating) {
    stale = state
    self.pass = pass
  }

  /// Updates made.
  package var iteration: Int { stale.iteration }

  /// What has been seen of late: since the last entry of the history, or in that entry.
  package var latest: HistoryEntry { stale.latest }

  /// Everything that the next update depends on, which is copied.
  package var state: BatchTrainingState {
    var state = stale
    pass.copyNumbers(to: &state)
    return state
  }
}

extension BatchTrainingState {
  /// Keeps the weights where the validation loss is lower than ever, in a training that stops early.
  fileprivate mutating func compareWithBest(
    _ training: BatchTraining, _ pass: any BatchUpdating
  ) {
    guard training.patience != nil, let loss = latest.validationLoss, loss < best?.loss ?? .infinity
    else { return }
    pass.copyNumbers(to: &self)
    best = Best(iteration: iteration, loss: loss, parameters: parameters)
  }
}
