import Architecture
import Learning
import Network
import Plan
import Results

/// Where a training came to.
struct TrainingEnd {
  let model: Model
  /// Updates made.
  let iteration: Int
  let history: [HistoryEntry]
  /// Where the validation loss was lowest, in a training that stops early.
  let bestIteration: Int?
  /// How it was trained in batches; `nil` where each update is of all examples.
  private let batches: (training: BatchTraining, examples: Int)?

  /// Updates of an epoch; `nil` where each is of all examples.
  var updatesPerEpoch: Int? { batches.map { $0.training.updates(examples: $0.examples) } }

  /// The rate of the update before so many had been made; `nil` where it is the same for all.
  func rate(before iteration: Int) -> Double? {
    batches.map { $0.training.rate(update: max(0, iteration - 1), examples: $0.examples) }
  }

  init(_ state: TrainingState) {
    model = state.model
    iteration = state.iteration
    history = state.history
    bestIteration = nil
    batches = nil
  }

  init(_ state: BatchTrainingState, _ training: BatchTraining) {
    model = state.model
    iteration = state.iteration
    history = state.history
    bestIteration = state.best?.iteration
    batches = (training, state.examples)
  }
}

/// The values of a train step: what a training came to.
struct TrainingValues {
  let end: TrainingEnd
  /// What the trained network classifies its training examples as.
  let predictions: Predictions
  let labels: [UInt16]
  /// How many classes the examples have.
  let classes: Int
  /// Validation examples that it classifies correctly; `nil` where it has none.
  let validation: Proportion?

  func fields(_ train: Train, seed: UInt32) -> [Field] {
    let correct = zip(predictions.classes, labels).count { $0 == Int($1) }
    let architecture = end.model.architecture
    return [
      Field("accuracy", share(correct, of: labels.count)),
      Field("loss", .number(predictions.loss(labels: labels))),
      Field("history", .list(end.history.map(record))),
      Field("validation", validation.map(Value.proportion) ?? Self.noValidation),
      Field("parameters", .integer(architecture.learnedCounts.reduce(0, +))),
      Field("iterations", .integer(end.iteration)),
      Field("examples", .integer(labels.count)),
      Field("inputs", .integer(architecture.input.count)),
      Field("units", .list(architecture.shapes.dropFirst().map { .integer($0.count) })),
      Field("learning-rate", .number(train.learningRate.base)),
      Field("seed", .integer(Int(seed))),
    ] + (end.updatesPerEpoch.map { ofBatches(architecture, updatesPerEpoch: $0) } ?? [])
  }

  private func ofBatches(_ architecture: Architecture, updatesPerEpoch: Int) -> [Field] {
    let (learned, products) = (architecture.learnedCounts, architecture.multiplyAdds)
    let layers = architecture.layers.indices.map { index in
      Value.record([
        Field("layer", .text(architecture.layers[index].text)),
        Field("shape", .text("\(architecture.shapes[index + 1])")),
        Field("parameters", .integer(learned[index])),
        Field("multiply-adds", .integer(products[index])),
      ])
    }
    return [
      Field("epochs", .integer(epoch(end.iteration, updatesPerEpoch))),
      Field(
        "best-epoch",
        end.bestIteration.map { .integer(epoch($0, updatesPerEpoch)) }
          ?? .unknown(because: "the training does not stop early")),
      Field("layers", .list(layers)),
      Field("multiply-adds", .integer(products.reduce(0, +))),
    ]
  }

  /// Epochs that were begun by an update.
  private func epoch(_ iteration: Int, _ updates: Int) -> Int {
    (iteration + updates - 1) / updates
  }

  private func record(_ entry: HistoryEntry) -> Value {
    let fields = [
      Field("iteration", .integer(entry.iteration)),
      Field("accuracy", share(entry.correct, of: entry.examples)),
      Field("loss", .number(entry.loss)),
      Field(
        "validation",
        entry.validationCorrect.map { share($0, of: validation?.total ?? 0) } ?? Self.noValidation),
      Field("validation-loss", entry.validationLoss.map(Value.number) ?? Self.noValidation),
    ]
    guard let updates = end.updatesPerEpoch, let rate = end.rate(before: entry.iteration) else {
      return .record(fields)
    }
    return .record(
      fields + [
        Field("epoch", .integer(epoch(entry.iteration, updates))), Field("rate", .number(rate)),
      ])
  }

  private func share(_ count: Int, of total: Int) -> Value {
    Proportion(count: count, of: total).map(Value.proportion)
      ?? .unknown(because: "there are no examples")
  }

  private static let noValidation = Value.unknown(
    because: "the training has no validation examples")
}
