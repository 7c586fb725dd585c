import Architecture
import Language
import Network
import Plan
import Results

extension WorkFinder {
  func visit(_ evaluate: Evaluate) -> any StepWork { EvaluateWork(evaluate: evaluate) }
}

/// Judges a network on labelled examples.
struct EvaluateWork: StepWork {
  let evaluate: Evaluate

  func run(_ inputs: StepInputs) async throws -> Yield {
    let set = try await judged(inputs)
    guard let labels = set.labels else {
      throw StepFailure(
        "the \(set.name) set has no labels to judge by",
        help: "evaluate on training, dev or labelled", option: "on")
    }
    let network = try await inputs.network(of: evaluate.model)
    let predictions = try await inputs.predictions(of: set, by: network)
    guard
      let evaluation = Evaluation(
        truth: labels.map(Int.init), predicted: predictions.classes,
        probability: predictions.winningProbabilities, loss: predictions.loss(labels: labels),
        classes: network.model.architecture.classes, names: network.classNames)
    else {
      throw StepFailure(
        "the \(set.name) set is empty", help: "evaluate on another set", option: "on")
    }
    return Yield(
      StepResult(
        values: evaluation.values(listing: evaluate.listed)
          + [Field("choices", .integer(evaluate.earlierChoices.count))],
        outputs: tables(evaluation).map(Output.table),
        warnings: [noBetterThanAlwaysTheSame(predictions, labels, "\(set.name)")].compactMap { $0 })
    )
  }

  /// The examples that are judged: the set, or the rows of it that the step names.
  private func judged(_ inputs: StepInputs) async throws -> ScaledSet {
    let set = try await inputs.examples(evaluate.examples)
    guard let rows = evaluate.rows else { return set }
    try Self.expect(evaluate, within: set.count)
    return set.part(rows)
  }

  /// Throws where the rows are not all among so many.
  static func expect(_ evaluate: Evaluate, within count: Int) throws(StepFailure) {
    guard let problem = evaluate.rowsProblem(of: count) else { return }
    throw StepFailure(problem.fact, help: problem.help, option: "rows")
  }

  private func tables(_ evaluation: Evaluation) -> [StepTable] {
    let set = evaluate.examples.set
    let tables = [
      evaluation.classTable(precise("Precision, recall and F1 by class on the \(set) set")),
      evaluation.confusedTable(precise("The most confused pairs of classes of the \(set) set")),
    ]
    return tables + [choiceTable].compactMap { $0 }
  }

  /// A caption about the set that is judged, with what the step says of rows and of who reads them.
  private func precise(_ caption: Words) -> Words {
    var caption = caption
    if let rows = evaluate.rows {
      caption = "\(caption), rows \(grouped(rows.lowerBound)) to \(grouped(rows.upperBound))"
    }
    if let model = evaluate.namedModel { caption = "\(caption), read by \(model)" }
    return caption
  }

  /// The steps that have chosen by the same examples before; `nil` where none has.
  private var choiceTable: StepTable? {
    let choices = evaluate.earlierChoices
    guard !choices.isEmpty else { return nil }
    return StepTable(
      caption:
        "Steps before this one that choose by the \(evaluate.examples.set) set, or let their readers: the more there are, the better it looks",
      columns: [.init("step", .left), .init("use of the set", .left)],
      rows: choices.map { [.text("\($0.step)"), $0.words] })
  }

  private func noBetterThanAlwaysTheSame<Label: BinaryInteger>(
    _ predictions: Predictions, _ labels: [Label], _ set: String
  ) -> StepWarning? {
    alwaysTheSame(
      correct: zip(predictions.classes, labels).count { $0 == Int($1) }, labels: labels,
      of: "the \(set) examples", help: "look at how the network was trained, and at the examples")
  }
}
