import Architecture
import Cache
import Datasets
import Network
import Plan
import Random
import Results

extension Execution {
  /// Trains a network, and tells how it went.
  mutating func train(_ train: Train, _ step: PlannedStep) async throws -> StepResult {
    let set = try await exampleSet(train.examples)
    guard let labels = set.labels else {
      throw StepFailure(
        "the \(train.examples.set.rawValue) set has no labels to learn from",
        help: "train on the training or the labelled set", option: "on")
    }
    let scale = try scale(of: train.examples)
    do {
      let images = try ImageRows(set, scale: scale)
      let examples = LabelledImages(images, labels: labels)
      let validation = try await validation(of: train, scale: scale)
      let start =
        try startingPoint(train, step) ?? initialState(train, set.examples)
      let end = try await run(
        train, step, from: start, examples, validation: validation)
      let model = end.model
      memory.networks[step.index] = TrainedNetwork(model: model, scale: scale)
      let predictions = try await model.predict(images, threads: context.threads)
      return result(
        of: train, end, predictions, labels: labels,
        validation: try await validated(model, on: validation))
    } catch let error as TrainingError {
      throw StepFailure("\(error)")
    } catch let error as ImageRowsError {
      throw StepFailure("\(error)")
    }
  }

  /// The examples to read at every report beside those to learn from.
  private mutating func validation(of train: Train, scale: Double) async throws -> LabelledImages? {
    guard let reference = train.validation else { return nil }
    let set = try await exampleSet(reference)
    guard let labels = set.labels else {
      throw StepFailure(
        "the \(reference.set.rawValue) set has no labels to validate with",
        help: "validate on the dev set", option: "validation")
    }
    guard set.count > 0 else {
      throw StepFailure(
        "the \(reference.set.rawValue) set has no examples to validate with",
        help: "leave 'validation' out, or split off some", option: "validation")
    }
    return LabelledImages(try ImageRows(set, scale: scale), labels: labels)
  }

  /// How many of the validation examples a trained network reads correctly.
  private func validated(_ model: Model, on validation: LabelledImages?) async throws -> Value {
    guard let validation else { return Self.noValidation }
    let predictions = try await model.predict(validation.images, threads: context.threads)
    return share(
      zip(predictions.classes, validation.labels).count { $0 == Int($1) },
      of: validation.labels.count)
  }

  private static var noValidation: Value {
    .unknown(because: "the training has no validation examples")
  }

  /// The state before the first update: weights drawn after everything the split has drawn.
  private mutating func initialState(_ train: Train, _ examples: Examples) throws -> TrainingState {
    let input = Shape(channels: 1, height: examples.height, width: examples.width)
    guard let architecture = try? Architecture(input: input, layers: train.layers) else {
      throw StepFailure("these layers make no network", option: "layers")
    }
    var random = try random(for: train.examples)
    let bounds = train.initialWeights
    return TrainingState(
      architecture, .uniform(low: bounds.low, high: bounds.high), random: &random)
  }

  private mutating func random(for examples: SetReference) throws -> RandomState {
    switch examples.set {
    case .training, .dev: try rows(examples.step).random
    case .labelled, .test: RandomState(seed: plan.seed)
    }
  }

  /// Trains to the end, with a checkpoint now and then; throws where it is asked to stop.
  private func run(
    _ train: Train, _ step: PlannedStep, from start: TrainingState, _ examples: LabelledImages,
    validation: LabelledImages?
  ) async throws -> TrainingState {
    let trainer = Trainer(
      examples, validation: validation, learningRate: train.learningRate,
      historyInterval: train.reportEvery, threads: context.threads)
    let store = trainingStore(step)
    var lastKept = ContinuousClock.now
    let end = try await trainer.train(start, until: train.iterations) { state in
      let accuracy = state.history.last.map { Double($0.correct) / Double(examples.images.count) }
      context.observe(
        .trained(
          step,
          TrainingProgress(
            iteration: state.iteration, iterations: train.iterations, start: start.iteration,
            accuracy: accuracy)))
      if ContinuousClock.now - lastKept > Self.checkpointInterval {
        keep(step) { try store?.keepCheckpoint(state) }
        lastKept = .now
      }
      return !context.isCancelled() && state.history.last?.loss.isFinite ?? true
    }
    try expectConvergence(end)
    guard end.iteration == train.iterations else {
      keep(step) { try store?.keepCheckpoint(end) }
      throw Interruption()
    }
    keep(step) { try store?.keepEnd(end) }
    return end
  }

  /// Throws where a training has left the numbers: nothing that comes of it would be one.
  private func expectConvergence(_ state: TrainingState) throws {
    let lost = state.history.first { !$0.loss.isFinite }
    guard lost != nil || !state.hasFiniteWeights else { return }
    throw StepFailure(
      "the loss is no longer a number at iteration \(lost?.iteration ?? state.iteration)",
      help: "lower the learning rate, or the bounds of the initial weights",
      option: "learning-rate")
  }

  /// Seldom enough that checkpoints take less than a hundredth of the time.
  private static var checkpointInterval: Duration { .seconds(1) }

  /// Stores something of a training; a store that cannot take it is no reason to fail.
  private func keep(_ step: PlannedStep, _ write: () throws -> Void) {
    do {
      try write()
    } catch {
      context.observe(.warned("warning: the training '\(step.name)' is not stored: \(error)"))
    }
  }

  private func result(
    of train: Train, _ state: TrainingState, _ predictions: Predictions, labels: [UInt8],
    validation: Value
  ) -> StepResult {
    let total = labels.count
    let correct = zip(predictions.classes, labels).count { $0 == Int($1) }
    let validationTotal =
      if case .proportion(let proportion) = validation { proportion.total } else { 0 }
    let history = state.history.map { entry in
      Value.record([
        Field("iteration", .integer(entry.iteration)),
        Field("accuracy", share(entry.correct, of: total)),
        Field("loss", .number(entry.loss)),
        Field(
          "validation",
          entry.validationCorrect.map { share($0, of: validationTotal) } ?? Self.noValidation),
      ])
    }
    return StepResult(values: [
      Field("accuracy", share(correct, of: total)),
      Field("loss", .number(predictions.loss(labels: labels))),
      Field("history", .list(history)),
      Field("validation", validation),
      Field("parameters", .integer(state.architecture.parameterCount)),
      Field("iterations", .integer(state.iteration)),
      Field("examples", .integer(total)),
      Field("inputs", .integer(state.architecture.input.count)),
      Field("units", .list(state.architecture.shapes.dropFirst().map { .integer($0.count) })),
      Field("learning-rate", .number(train.learningRate)),
      Field("seed", .integer(Int(plan.seed))),
    ])
  }

  private func share(_ count: Int, of total: Int) -> Value {
    Proportion(count: count, of: total).map(Value.proportion)
      ?? .unknown(because: "there are no examples")
  }
}
