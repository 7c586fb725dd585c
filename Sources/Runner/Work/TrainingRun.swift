import Network
import Plan
import Results

/// A training under way: told of, and stored now and then so that a run that ends here can go on.
struct TrainingRun {
  let train: Train
  let inputs: StepInputs
  let examples: LabelledImages
  let validation: LabelledImages?

  /// Seldom enough that checkpoints take less than a hundredth of the time.
  private static let checkpointInterval = Duration.seconds(1)

  /// Trains to the end; throws where it is asked to stop, and where the loss stops being a number.
  func run(from start: TrainingState) async throws -> TrainingState {
    let end = try await train(from: start)
    try expectConvergence(end)
    guard end.iteration == train.iterations else {
      keep { try inputs.trainings?.keepCheckpoint(end) }
      throw Interruption()
    }
    keep { try inputs.trainings?.keepEnd(end) }
    return end
  }

  private func train(from start: TrainingState) async throws -> TrainingState {
    let trainer = Trainer(
      examples, validation: validation, learningRate: train.learningRate,
      historyInterval: train.historyInterval, threads: inputs.context.threads)
    var lastKept = ContinuousClock.now
    do {
      return try await trainer.train(start, until: train.iterations) { state in
        tell(of: state, since: start.iteration)
        if ContinuousClock.now - lastKept > Self.checkpointInterval {
          keep { try inputs.trainings?.keepCheckpoint(state) }
          lastKept = .now
        }
        return !inputs.context.isCancelled() && state.history.last?.loss.isFinite ?? true
      }
    } catch {
      throw StepFailure("\(error)")
    }
  }

  private func tell(of state: TrainingState, since start: Int) {
    let accuracy = state.history.last.map { Double($0.correct) / Double(examples.images.count) }
    inputs.context.observe(
      .trained(
        inputs.step,
        TrainingProgress(
          iteration: state.iteration, iterations: train.iterations, start: start,
          accuracy: accuracy)))
  }

  /// Throws where a training has left the numbers: nothing that comes of it would be one.
  private func expectConvergence(_ state: TrainingState) throws {
    let lost = state.history.first { !$0.loss.isFinite }
    let loss = state.hasFiniteWeights ? lost?.loss ?? 0 : .nan
    try Self.expectNumber(loss, at: lost?.iteration ?? state.iteration)
  }

  /// Throws where the loss after an iteration is not a number.
  static func expectNumber(_ loss: Double, at iteration: Int) throws {
    guard !loss.isFinite else { return }
    throw StepFailure(
      "the loss is no longer a number at iteration \(iteration)",
      help: "lower the learning rate, or the bounds of the initial weights",
      option: "learning-rate")
  }

  /// Stores something of the training; a store that cannot take it is no reason to fail.
  private func keep(_ write: () throws -> Void) {
    do {
      try write()
    } catch {
      inputs.warn("the training '\(inputs.step.id)' is not stored: \(error)")
    }
  }
}
