/// Trains a network on examples by full-batch gradient descent.
package final class Trainer {
  private let examples: LabelledImages
  private let validation: LabelledImages?
  private let learningRate: Double
  private let historyInterval: Int
  private let threads: Int
  private let kernels: any NetworkKernels

  /// Takes the examples to learn from and, where their accuracy is to stand in the history, others;
  /// each has a label below the number of classes.
  ///
  /// - Parameters:
  ///   - historyInterval: iterations between two entries of the history.
  ///   - kernels: what computes; the result does not depend on it, nor on the threads.
  package init(
    _ examples: LabelledImages, validation: LabelledImages? = nil, learningRate: Double,
    historyInterval: Int, threads: Int, kernels: any NetworkKernels
  ) {
    self.examples = examples
    self.validation = validation
    self.learningRate = learningRate
    self.historyInterval = max(1, historyInterval)
    self.threads = threads
    self.kernels = kernels
  }

  /// Trains until `iterations` updates have been made, from wherever `state` is.
  ///
  /// The result has the same bits whether it is reached in one go or in several.
  ///
  /// - Parameter observe: is called after each update with the state so far; training stops where
  ///   it returns `false`.
  package func train(
    _ state: TrainingState, until iterations: Int, observe: (TrainingState) async -> Bool
  ) async throws(TrainingError) -> TrainingState {
    var state = state
    let pass = try kernels.gradients(
      state.architecture, examples, validation: validation, threads: threads)
    while state.iteration < iterations {
      let counts = state.iteration.isMultiple(of: historyInterval)
      let tally = await pass.run(state.parameters, counting: counts)
      if counts { state.history.append(await entry(state.iteration, tally, pass)) }
      state.parameters.descend(along: pass.meanGradient(state.architecture), rate: learningRate)
      state.iteration += 1
      guard await observe(state) else { break }
    }
    return state
  }

  private func entry(_ iteration: Int, _ tally: Tally, _ pass: any GradientComputing) async
    -> HistoryEntry
  {
    var entry = HistoryEntry(
      iteration: iteration, examples: examples.images.count, correct: tally.correct,
      loss: tally.loss / Double(examples.images.count))
    if let validated = await pass.validate() {
      entry.set(validated, examples: validation?.images.count ?? 0)
    }
    return entry
  }
}
