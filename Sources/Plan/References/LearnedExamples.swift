import Notebook
import Results

// What a network has learned says nothing of what it does with other examples. Only a set that is
// called `training` says so by itself: judging on that one is what it is called.

extension OptionDecoder {
  /// How much of what a network is judged on it has learned.
  func learned(_ set: SetReference, rows: ClosedRange<Int>? = nil, by model: StepID)
    -> SetExtent.Overlap
  {
    guard set.set != .training, let train = scope.directory[model.name]?.declaration as? Train
    else { return .nothing }
    return scope.overlap(of: set, rows: rows, with: train.examples)
  }

  /// Warns where a network is judged on what it has learned.
  mutating func warnOfLearned(
    _ set: SetReference, rows: ClosedRange<Int>? = nil, by model: StepID, at key: String
  ) {
    let learned = learned(set, rows: rows, by: model)
    guard let examples = learned.examples else { return }
    warn(
      "'\(model)' \(learned.verb) learned from \(examples)", at: key,
      help: "train and judge on different sets; "
        + "\(model).accuracy is that of what it has learned from")
  }

  /// Warns where a training reads at every report the test set that it is then judged on.
  mutating func warnOfWatched(_ set: SetReference, by model: StepID, at key: String) {
    guard isWatched(set, by: model), learned(set, by: model) == .nothing else { return }
    warn(
      "'\(model)' has read these examples at every report already", at: key,
      help: "validate on the dev set, and judge what was chosen on the test set, once")
  }

  /// Whether a training tells at every report how it does on the test set, which is for the end.
  func isWatched(_ set: SetReference, by model: StepID) -> Bool {
    guard set.set == .test, let train = scope.directory[model.name]?.declaration as? Train else {
      return false
    }
    return train.validation == set
  }

  /// Warns where what is to validate a training is what it learns from.
  mutating func warnOfValidating(_ set: SetReference, of examples: SetReference, at key: String) {
    let learned = scope.overlap(of: set, with: examples)
    guard let examples = learned.examples else { return }
    warn(
      "the training \(learned == .byChance ? "may learn" : "learns") from \(examples)", at: key,
      help: "validate on examples that are not learned from, such as dev")
  }

  /// Warns where a rule is judged on the examples that it is made of.
  mutating func warnOfJudging(_ set: SetReference, ruleFrom source: SetReference, at key: String) {
    guard set.set != .training else { return }
    let known = scope.overlap(of: set, with: source)
    guard let examples = known.examples else { return }
    warn(
      "the rule \(known.verb) been made from \(examples)", at: key,
      help: "take it from one set, and judge it on another")
  }
}

extension SetExtent.Overlap {
  /// The examples that are in both, in words; `nil` for none.
  fileprivate var examples: String? {
    switch self {
    case .nothing: nil
    case .byChance, .some: "some of these examples"
    case .all: "these examples"
    }
  }

  fileprivate var verb: String { self == .byChance ? "may have" : "has" }
}
