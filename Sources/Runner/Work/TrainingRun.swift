import Learning
import Network
import Plan
import Results

/// What every training of a notebook shares: it is told of, and stored now and then so that a run
/// that ends here can go on.
struct TrainingRun {
  let train: Train
  let inputs: StepInputs
  let examples: LabelledImages
  let validation: LabelledImages?

  /// Trains on all examples at once, to the end; throws where it is asked to stop, and where the
  /// loss stops being a number.
  func run(from start: TrainingState) async throws -> TrainingState {
    let iterations = train.updates(examples: examples.images.count)
    let trainer = Trainer(
      examples, validation: validation, learningRate: train.learningRate.base,
      historyInterval: train.historyInterval ?? 1, threads: inputs.context.threads,
      kernels: inputs.context.kernels)
    var clock = CheckpointClock()
    let end = try await Self.failing {
      try await trainer.train(start, until: iterations) { state in
        let accuracy = state.history.last.map { Double($0.correct) / Double($0.examples) }
        tell(state.iteration, of: iterations, since: start.iteration, accuracy: accuracy)
        clock.keepIfDue { keep { try inputs.trainings?.keepCheckpoint(state) } }
        return !inputs.context.isCancelled() && state.history.last?.loss.isFinite ?? true
      }
    }
    try expectConvergence(
      end.history, end.history.last, at: end.iteration, isFinite: end.hasFiniteWeights)
    return try keepEnd(end, of: iterations, isWhole: end.iteration == iterations)
  }

  /// Trains batch by batch, likewise.
  func run(from start: BatchTrainingState, _ training: BatchTraining) async throws
    -> BatchTrainingState
  {
    let count = examples.images.count
    let iterations = train.updates(examples: count)
    let trainer = BatchTrainer(
      examples, validation: validation, training, threads: inputs.context.threads,
      kernels: inputs.context.kernels, isCancelled: inputs.context.isCancelled)
    let epochs = TrainingProgress.Epochs(
      updates: training.updates(examples: count), examples: count)
    var clock = CheckpointClock()
    let end = try await Self.failing {
      try await trainer.train(start, until: iterations) { moment in
        let latest = moment.latest
        tell(
          moment.iteration, of: iterations, since: start.iteration,
          accuracy: Double(latest.correct) / Double(max(1, latest.examples)), epochs)
        clock.keepIfDue { keep { try inputs.trainings?.keepCheckpoint(moment.state) } }
        return !inputs.context.isCancelled() && latest.loss.isFinite
      }
    }
    try expectConvergence(
      end.history, end.latest, at: end.iteration, isFinite: end.hasFiniteWeights)
    return try keepEnd(
      end, of: iterations,
      isWhole: !end.owesEntry(training) && (end.iteration == iterations || end.hasStopped(training))
    )
  }

  private func tell(
    _ iteration: Int, of iterations: Int, since start: Int, accuracy: Double?,
    _ epochs: TrainingProgress.Epochs? = nil
  ) {
    inputs.context.observe(
      .trained(
        inputs.step,
        TrainingProgress(
          iteration: iteration, iterations: iterations, start: start, accuracy: accuracy,
          epochs: epochs)))
  }

  /// Keeps where a training came to; throws where that is not its end.
  private func keepEnd<State: StoredTraining>(
    _ state: State, of iterations: Int, isWhole: Bool
  ) throws -> State {
    guard isWhole else {
      keep { try inputs.trainings?.keepCheckpoint(state) }
      throw Interruption()
    }
    keep { try inputs.trainings?.keepEnd(state, length: iterations) }
    return state
  }

  private static func failing<Result>(_ body: () async throws -> Result) async throws -> Result {
    do {
      return try await body()
    } catch {
      throw StepFailure("\(error)")
    }
  }

  /// Throws where a training has left the numbers: nothing that comes of it would be one.
  private func expectConvergence(
    _ history: [HistoryEntry], _ latest: HistoryEntry?, at iteration: Int, isFinite: Bool
  ) throws {
    let lost = history.first { !$0.loss.isFinite }
    let loss = isFinite ? lost?.loss ?? latest?.loss ?? 0 : .nan
    try Self.expectNumber(loss, at: lost?.iteration ?? iteration, of: train)
  }

  /// Throws where the loss after an iteration is not a number.
  static func expectNumber(_ loss: Double, at iteration: Int, of train: Train) throws {
    guard !loss.isFinite else { return }
    throw StepFailure(
      "the loss is no longer a number at iteration \(iteration)",
      help: train.batch == nil
        ? "lower the learning rate, or the bounds of the initial weights"
        : "lower the learning rate, a weight decay, or the bounds of the initial weights",
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

/// When to store a training under way: once a second, and more seldom where that would take more
/// than a hundredth of the time.
struct CheckpointClock {
  private var last = ContinuousClock.now
  private var interval = Duration.seconds(1)

  mutating func keepIfDue(_ keep: () -> Void) {
    let began = ContinuousClock.now
    guard began - last >= interval else { return }
    keep()
    last = .now
    interval = max(.seconds(1), (last - began) * 100)
  }
}
