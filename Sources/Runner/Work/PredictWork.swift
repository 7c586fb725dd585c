import Architecture
import Digest
import Network
import Plan
import Results

extension WorkFinder {
  func visit(_ predict: Predict) -> any StepWork { PredictWork(predict: predict) }
}

/// Predicts classes and makes the file of them.
struct PredictWork: StepWork {
  let predict: Predict

  func run(_ inputs: StepInputs) async throws -> Yield {
    let set = try await inputs.examples(predict.examples)
    guard set.count > 0 else {
      throw Self.emptySet(set.name)
    }
    let network = try await inputs.network(of: predict.model)
    let predictions = try await inputs.predictions(of: set, by: network)
    let predicted = predictions.classes
    let names = network.classNames ?? (0..<predictions.classCount).map(String.init)
    let contents = PredictionFile(predict, set, names: names).contents(predictions)
    let digest = SHA256.hex(of: contents)
    var counts = Array(repeating: 0, count: network.model.architecture.classes)
    for label in predicted where counts.indices.contains(label) { counts[label] += 1 }
    return Yield(
      StepResult(
        values: [
          Field("rows", .integer(set.count)),
          Field("file", .text(predict.file)),
          Field("digest", .text(digest)),
          Field("accuracy", Self.accuracy(predicted, labels: set.labels)),
          Field("counts", .list(counts.map(Value.integer))),
        ],
        outputs: [.file(OutputFile(name: predict.file, contents: contents, digest: digest))]))
  }

  static func emptySet(_ name: ExampleSetName) -> StepFailure {
    StepFailure(
      "the \(name) set is empty",
      help: "set 'labelled' of the load step to less than all rows, or name a file with 'test'",
      option: "on")
  }

  private static func accuracy(_ predicted: [Int], labels: [UInt16]?) -> Value {
    guard let labels,
      let share = Proportion(
        count: zip(predicted, labels).count { $0 == Int($1) }, of: labels.count)
    else { return .unknown(because: "the test set has no labels") }
    return .proportion(share)
  }
}
