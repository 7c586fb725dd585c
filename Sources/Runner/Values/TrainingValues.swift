import Architecture
import Network
import Plan
import Results

/// The values of a train step: what a training came to.
struct TrainingValues {
  let state: TrainingState
  /// What the trained network classifies its training examples as.
  let predictions: Predictions
  let labels: [UInt8]
  /// Validation examples that it classifies correctly; `nil` where it has none.
  let validation: Proportion?

  func fields(_ train: Train, seed: UInt32) -> [Field] {
    let correct = zip(predictions.classes, labels).count { $0 == Int($1) }
    return [
      Field("accuracy", share(correct, of: labels.count)),
      Field("loss", .number(predictions.loss(labels: labels))),
      Field("history", .list(state.history.map(record))),
      Field("validation", validation.map(Value.proportion) ?? Self.noValidation),
      Field("parameters", .integer(state.architecture.parameterCount)),
      Field("iterations", .integer(state.iteration)),
      Field("examples", .integer(labels.count)),
      Field("inputs", .integer(state.architecture.input.count)),
      Field("units", .list(state.architecture.shapes.dropFirst().map { .integer($0.count) })),
      Field("learning-rate", .number(train.learningRate)),
      Field("seed", .integer(Int(seed))),
    ]
  }

  private func record(_ entry: HistoryEntry) -> Value {
    .record([
      Field("iteration", .integer(entry.iteration)),
      Field("accuracy", share(entry.correct, of: labels.count)),
      Field("loss", .number(entry.loss)),
      Field(
        "validation",
        entry.validationCorrect.map { share($0, of: validation?.total ?? 0) } ?? Self.noValidation),
    ])
  }

  private func share(_ count: Int, of total: Int) -> Value {
    Proportion(count: count, of: total).map(Value.proportion)
      ?? .unknown(because: "there are no examples")
  }

  private static let noValidation = Value.unknown(
    because: "the training has no validation examples")
}
