import Architecture
import Language
import Network
import Results

extension TrainingValues {
  /// What makes the trained network worth nothing, though it was computed without a fault.
  var warnings: [StepWarning] {
    [moreUnitsThanClasses, lossAboveStart, noBetterThanAlwaysTheSame].compactMap { $0 }
  }

  private var moreUnitsThanClasses: StepWarning? {
    let units = end.model.architecture.classes
    guard units > classes else { return nil }
    return StepWarning(
      "the last layer has \(units) units, and the examples are of \(classes) classes",
      help: "end with '\(classes) softmax', unless other examples are to come", option: "layers")
  }

  /// Nothing can be said of a start that no entry of the history is of.
  private var lossAboveStart: StepWarning? {
    let loss = predictions.loss(labels: labels)
    guard let first = end.history.first, first.iteration < end.iteration, loss > first.loss else {
      return nil
    }
    let (then, now) = (DecimalText.short(first.loss), DecimalText.short(loss))
    let start: Words =
      first.iteration == 0 ? "before the first update" : "at the first report"
    return StepWarning(
      "the loss ends at \(now), above the \(then) that it had \(start)",
      help: "lower the learning rate, or the bounds of the initial weights", option: "learning-rate"
    )
  }

  private var noBetterThanAlwaysTheSame: StepWarning? {
    let correct = zip(predictions.classes, labels).count { $0 == Int($1) }
    return alwaysTheSame(
      correct: correct, labels: labels, of: "the training examples",
      help: "lower the learning rate, train longer, or look at the examples")
  }
}

/// The warning that one answer to everything would have been right no less often; `nil` where it
/// would not, and where all examples are of one class anyway.
func alwaysTheSame<Label: Hashable>(
  correct: Int, labels: [Label], of examples: Words, help: String
) -> StepWarning? {
  let counts = labels.reduce(into: [Label: Int]()) { $0[$1, default: 0] += 1 }
  let most = counts.values.max() ?? 0
  guard counts.count > 1, correct <= most else { return nil }
  return StepWarning(
    "\(grouped(correct)) of \(grouped(labels.count)) of \(examples) are read correctly: the most common class alone makes up \(grouped(most)), so the network is no better than one answer to everything",
    help: help)
}
