import Architecture
import Network
import Plan
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
    let architecture = try architecture(of: set)
    try expectMemory(architecture, set, validation?.images.count ?? 0, inputs.context)
    let start = try await start(inputs, architecture)
    let end = try await TrainingRun(
      train: train, inputs: inputs, examples: examples, validation: validation
    ).run(from: start)
    let network = TrainedNetwork(model: end.model, scale: set.learningScale)
    let predictions = try await inputs.predictions(of: examples.images, by: network.model)
    try TrainingRun.expectNumber(predictions.loss(labels: examples.labels), at: end.iteration)
    let values = TrainingValues(
      state: end, predictions: predictions, labels: examples.labels,
      validation: try await validated(network.model, on: validation, inputs))
    return Yield(
      StepResult(values: values.fields(train, seed: inputs.seed)), handOver: .network(network))
  }

  /// The stored network; where it is gone or damaged, the training is done again.
  func handOver(_ inputs: StepInputs) async throws -> HandOver {
    guard let end = inputs.trainings?.end(after: train.iterations) else {
      return try await run(inputs).handOver
    }
    let scale = try await inputs.examples(train.examples).learningScale
    return .network(TrainedNetwork(model: end.model, scale: scale))
  }

  func resumption(_ inputs: StepInputs) -> Resumption? {
    inputs.trainings?.furthest(before: train.iterations).map { state in
      Resumption(
        done: state.iteration, end: train.iterations, unit: "iterations",
        option: Train.iterationCount.key)
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

  // MARK: - The beginning

  /// The state that the training goes on from: a stored one, or that before the first update.
  private func start(_ inputs: StepInputs, _ architecture: Architecture) async throws
    -> TrainingState
  {
    if let stored = inputs.trainings?.furthest(before: train.iterations) { return stored }
    return try await initialState(inputs, architecture)
  }

  /// The network that the layers make of images of a set.
  private func architecture(of set: ScaledSet) throws -> Architecture {
    let input = Shape(channels: 1, height: set.height, width: set.width)
    guard let architecture = try? Architecture(input: input, layers: train.layers) else {
      throw StepFailure("these layers make no network", option: "layers")
    }
    return architecture
  }

  /// Throws where the training takes more memory than there is, before it takes any.
  private func expectMemory(
    _ architecture: Architecture, _ set: ScaledSet, _ validation: Int, _ context: RunContext
  ) throws {
    let parameters = architecture.parameterCount
    try context.expectMemory(
      Trainer.memory(
        architecture, examples: set.count, validation: validation, threads: context.threads),
      beside: set.heldMemory, for: "a training of \(grouped(parameters)) weights and biases",
      help: "write smaller or fewer layers", option: "layers")
  }

  /// Weights drawn after everything that the examples' step has drawn.
  private func initialState(_ inputs: StepInputs, _ architecture: Architecture) async throws
    -> TrainingState
  {
    var random = try await inputs.source(of: train.examples).random(seed: inputs.seed)
    let bounds = train.initialWeights
    return TrainingState(
      architecture, .uniform(low: bounds.low, high: bounds.high), random: &random)
  }
}
