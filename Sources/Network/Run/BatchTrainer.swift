import Architecture

/// Trains a network on examples, batch by batch.
package final class BatchTrainer {
  private let examples: LabelledImages
  private let validation: LabelledImages?
  private let training: BatchTraining
  private let threads: Int
  private let isCancelled: @Sendable () -> Bool

  /// Takes the examples to learn from and, where their accuracy is to stand in the history, others;
  /// each has a label below the number of classes.
  ///
  /// - Parameter isCancelled: is asked for every few examples whether to stop.
  package init(
    _ examples: LabelledImages, validation: LabelledImages? = nil, _ training: BatchTraining,
    threads: Int, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.examples = examples
    self.validation = validation
    self.training = training
    self.threads = threads
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
    let pass = try BatchPass(
      state, examples, validation: validation, training, threads: threads,
      isCancelled: isCancelled)
    let order = BatchOrder(
      seed: training.seed, examples: examples.images.count, batch: training.batch)
    var state = state
    var rows: [Int32] = []
    while await pass.enter(&state, training), state.iteration < iterations,
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
    state.take(pass)
    return state
  }
}

/// A training in batches under way, after one of its updates.
package struct BatchMoment {
  private let stale: BatchTrainingState
  private let pass: BatchPass

  init(_ state: BatchTrainingState, _ pass: BatchPass) {
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
    state.take(pass)
    return state
  }
}

extension BatchTrainingState {
  /// Keeps the weights where the validation loss is lower than ever, in a training that stops early.
  fileprivate mutating func compareWithBest(_ training: BatchTraining, _ pass: BatchPass) {
    guard training.patience != nil, let loss = latest.validationLoss, loss < best?.loss ?? .infinity
    else { return }
    take(pass)
    best = Best(iteration: iteration, loss: loss, parameters: parameters)
  }

  /// Takes over the numbers of a training under way.
  fileprivate mutating func take(_ pass: BatchPass) {
    parameters.take(pass.weights)
    for slot in slots.indices { slots[slot].take(pass.slots[slot]) }
  }
}

extension BatchPass {
  /// Adds an entry to the history where one is due; `false` where it is cancelled before.
  fileprivate func enter(
    _ state: inout BatchTrainingState, _ training: BatchTraining
  ) async -> Bool {
    guard state.owesEntry(training) else { return true }
    guard let validated = await validate() else { return false }
    state.latest.iteration = state.iteration
    if let tally = validated.tally {
      state.latest.set(tally, examples: validationCount)
      state.compareWithBest(training, self)
    }
    state.history.append(state.latest)
    state.latest = .empty
    return true
  }
}
