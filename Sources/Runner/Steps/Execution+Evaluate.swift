import Architecture
import Datasets
import Network
import Plan
import Results

extension Execution {
  /// Judges a network on labelled examples.
  mutating func evaluate(_ evaluate: Evaluate) async throws -> StepResult {
    let set = try await exampleSet(evaluate.examples)
    guard let labels = set.labels else {
      throw StepFailure(
        "the \(evaluate.examples.set.rawValue) set has no labels to judge by",
        help: "evaluate on training, dev or labelled", option: "on")
    }
    let network = try await network(of: evaluate.model)
    let predictions = try await predictions(of: set, by: network)
    guard
      let evaluation = Evaluation(
        truth: labels.map(Int.init), predicted: predictions.classes,
        probability: predictions.winningProbabilities, loss: predictions.loss(labels: labels),
        classes: network.model.architecture.classes)
    else {
      throw StepFailure(
        "the \(evaluate.examples.set.rawValue) set is empty", help: "evaluate on another set",
        option: "on")
    }
    return StepResult(
      values: evaluation.values,
      outputs: [.table(evaluation.classTable), .table(evaluation.confusedTable)])
  }
}
