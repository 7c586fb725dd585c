import Architecture
import Datasets
import Network
import Plan
import Random
import Results

extension WorkFinder {
  func visit(_ train: Train) -> any StepWork { TrainWork(train: train) }
}

/// Trains a network, and tells how it went.
struct TrainWork: StepWork {
  let train: Train

  func run(_ inputs: StepInputs) async throws -> Yield {
    let set = try await inputs.examples(train.examples)
    let examples = try labelled(set, scale: set.learningScale)
    let validation = try await validation(inputs, scale: set.learningScale)
    let network = try NetworkOfTraining(train, of: set)
    try network.expectRoom(set, validation: validation?.images.count ?? 0, inputs)
    let run = TrainingRun(
      train: train, inputs: inputs, examples: examples, validation: validation)
    let end = try await self.end(of: run, network.architecture)
    return try await yield(end, examples, validation, of: set, inputs)
  }

  private func yield(
    _ end: TrainingEnd, _ examples: LabelledImages, _ validation: LabelledImages?,
    of set: ScaledSet, _ inputs: StepInputs
  ) async throws -> Yield {
    let predictions = try await inputs.predictions(of: examples.images, by: end.model)
    try TrainingRun.expectNumber(
      predictions.loss(labels: examples.labels), at: end.iteration, of: train)
    let values = TrainingValues(
      end: end, predictions: predictions, labels: examples.labels, classes: set.classes.count,
      validation: try await validated(end.model, on: validation, inputs))
    return Yield(
      StepResult(
        values: values.fields(train, seed: train.seed ?? inputs.seed), warnings: values.warnings),
      handOver: try await handOver(end.model, of: set, inputs))
  }

  /// The stored network; where it is gone or damaged, the training is done again.
  func handOver(_ inputs: StepInputs) async throws -> HandOver {
    let set = try await inputs.examples(train.examples)
    let iterations = train.updates(examples: set.count)
    let model =
      train.batch == nil
      ? inputs.trainings?.end(TrainingState.self, after: iterations)?.model
      : inputs.trainings?.end(BatchTrainingState.self, after: iterations)?.model
    guard let model else { return try await run(inputs).handOver }
    return try await handOver(model, of: set, inputs)
  }

  private func handOver(_ model: Model, of set: ScaledSet, _ inputs: StepInputs) async throws
    -> HandOver
  {
    let random = try await random(inputs)
    return .network(
      TrainedNetwork(model, of: set) { [train] in
        var random = random
        let weights = InitialWeights(train.initialWeights)
        return train.batch == nil
          ? TrainingState(model.architecture, weights, random: &random).model
          : BatchTrainingState(
            model.architecture, weights, examples: 1, optimizer: train.optimizer, random: &random
          ).model
      })
  }

  func resumption(_ inputs: StepInputs) -> Resumption? {
    switch train.length {
    case .iterations(let end):
      let done =
        train.batch == nil
        ? furthest(TrainingState.self, inputs)?.iteration
        : furthest(BatchTrainingState.self, inputs)?.iteration
      return done.map {
        Resumption(done: $0, end: end, unit: "iterations", option: Train.iterationCount.key)
      }
    case .epochs(let end):
      return furthest(BatchTrainingState.self, inputs).map { state in
        let done = state.iteration / train.updatesPerEpoch(examples: state.examples)
        return Resumption(done: done, end: end, unit: "epochs", option: Train.epochCount.key)
      }
    }
  }

  // MARK: - Examples

  private func labelled(_ set: ScaledSet, scale: Double) throws -> LabelledImages {
    guard let labels = set.labels else {
      throw StepFailure(
        "the \(set.name) set has no labels to learn from",
        help: "train on the training or the labelled set", option: "on")
    }
    return LabelledImages(try set.images(scale: scale), labels: labels)
  }

  /// The examples to classify at every entry of the history beside those to learn from.
  private func validation(_ inputs: StepInputs, scale: Double) async throws -> LabelledImages? {
    guard let reference = train.validation else { return nil }
    let set = try await inputs.examples(reference)
    guard let labels = set.labels else {
      throw StepFailure(
        "the \(set.name) set has no labels to validate with",
        help: "validate on the dev set", option: "validation")
    }
    guard set.count > 0 else {
      throw StepFailure(
        "the \(set.name) set has no examples to validate with",
        help: "leave 'validation' out, or split off some", option: "validation")
    }
    return LabelledImages(try set.images(scale: scale), labels: labels)
  }

  /// How many of the validation examples a trained network classifies correctly.
  private func validated(
    _ model: Model, on validation: LabelledImages?, _ inputs: StepInputs
  ) async throws -> Proportion? {
    guard let validation else { return nil }
    let classes = try await inputs.predictions(of: validation.images, by: model).classes
    return Proportion(
      count: zip(classes, validation.labels).count { $0 == Int($1) }, of: validation.labels.count)
  }

  // MARK: - From beginning to end

  /// What weights are drawn from: after everything that the examples' step has drawn, or from a seed of
  /// its own.
  private func random(_ inputs: StepInputs) async throws -> RandomState {
    if let seed = train.seed { return RandomState(seed: seed) }
    return try await inputs.source(of: train.examples).random(seed: inputs.seed)
  }

  /// Trains from a stored state, or from weights that are drawn.
  private func end(of run: TrainingRun, _ architecture: Architecture) async throws -> TrainingEnd {
    let inputs = run.inputs
    var random = try await random(inputs)
    let weights = InitialWeights(train.initialWeights)
    guard let batch = train.batch else {
      let start =
        furthest(TrainingState.self, inputs)
        ?? TrainingState(architecture, weights, random: &random)
      return TrainingEnd(try await run.run(from: start))
    }
    let training = BatchTraining(
      batch: batch, optimizer: train.optimizer, learningRate: train.learningRate,
      length: BatchTraining.Length(train.length), seed: train.seed ?? inputs.seed,
      historyInterval: train.historyInterval, smoothing: train.refinements.labelSmoothing,
      augmentations: train.refinements.augmentations, patience: train.refinements.patience)
    let start =
      furthest(BatchTrainingState.self, inputs)
      ?? BatchTrainingState(
        architecture, weights, examples: run.examples.images.count, optimizer: training.optimizer,
        random: &random)
    return TrainingEnd(try await run.run(from: start, training), training)
  }

  /// The furthest stored state that the training goes through.
  private func furthest(_: TrainingState.Type, _ inputs: StepInputs) -> TrainingState? {
    inputs.trainings?.furthest(TrainingState.self) { state in
      state.iteration <= train.updates(examples: 1)
    }
  }

  private func furthest(_: BatchTrainingState.Type, _ inputs: StepInputs) -> BatchTrainingState? {
    inputs.trainings?.furthest(BatchTrainingState.self) { state in
      state.iteration <= train.updates(examples: state.examples)
    }
  }
}

extension InitialWeights {
  fileprivate init(_ weights: Train.InitialWeights) {
    switch weights {
    case .uniform(let low, let high): self = .uniform(low: low, high: high)
    case .normal(let deviation): self = .normal(deviation: deviation)
    case .he: self = .he
    case .glorot: self = .glorot
    }
  }
}

extension BatchTraining.Length {
  fileprivate init(_ length: Train.Length) {
    switch length {
    case .epochs(let count): self = .epochs(count)
    case .iterations(let count): self = .iterations(count)
    }
  }
}
