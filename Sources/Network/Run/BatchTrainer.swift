import Architecture

/// Trains a network on examples, batch by batch.
package final class BatchTrainer {
  private let examples: LabelledImages
  private let training: BatchTraining
  private let historyInterval: Int
  private let threads: Int

  /// Takes the examples to learn from, each with a label below the number of classes.
  ///
  /// - Parameter historyInterval: iterations that an entry of the history tells of.
  package init(
    _ examples: LabelledImages, _ training: BatchTraining, historyInterval: Int, threads: Int
  ) {
    self.examples = examples
    self.training = training
    self.historyInterval = max(1, historyInterval)
    self.threads = threads
  }

  /// Trains until `iterations` updates have been made, from wherever `state` is.
  ///
  /// The result has the same bits whether it is reached in one go or in several, on any number of
  /// threads.
  package func train(
    _ state: BatchTrainingState, until iterations: Int
  ) async throws(TrainingError) -> BatchTrainingState {
    let pass = try BatchPass(state, examples, training, threads: threads)
    let order = BatchOrder(
      seed: training.seed, examples: examples.images.count, batch: training.batch)
    var state = state
    var rows: [Int32] = []
    for iteration in state.iteration..<max(state.iteration, iterations) {
      let range = order.range(update: iteration)
      if rows.isEmpty || range.lowerBound == 0 {
        rows = order.order(epoch: order.epoch(update: iteration))
      }
      let tally = await pass.update(iteration, rows[range])
      state.add(tally, examples: range.count, iteration: iteration, interval: historyInterval)
      state.iteration = iteration + 1
    }
    state.take(pass)
    return state
  }
}

extension BatchTrainingState {
  /// Takes over the numbers of a training under way.
  fileprivate mutating func take(_ pass: BatchPass) {
    parameters.take(pass.weights)
    for slot in slots.indices { slots[slot].take(pass.slots[slot]) }
  }

  /// Adds the tally of an update to the entry of the history that it belongs to.
  fileprivate mutating func add(
    _ tally: Tally, examples: Int, iteration: Int, interval: Int
  ) {
    if iteration.isMultiple(of: interval) || history.isEmpty {
      history.append(
        HistoryEntry(iteration: iteration, examples: 0, correct: 0, loss: 0, validationCorrect: nil)
      )
    }
    history[history.count - 1].add(tally, examples: examples)
  }
}
