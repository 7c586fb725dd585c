package import Language
package import Results

/// A use of a set of examples by which networks are chosen, or by which whoever reads the report
/// may choose: what is chosen by a set looks better on it than it is.
package struct SetChoice: Sendable, Equatable {
  package let set: SetReference
  package let use: Use

  package enum Use: Sendable, Equatable {
    /// A network is judged on it.
    case judges(StepID)
    /// A training keeps the weights that are best on it.
    case stopsEarly
    /// A sweep tells which of so many of its groups, or runs, is best on it.
    case best(of: Int)
  }

  package init(_ set: SetReference, _ use: Use) {
    self.set = set
    self.use = use
  }
}

/// A choice by a set of examples, and the step that makes it.
package struct EarlierChoice: Sendable, Equatable {
  package let step: StepID
  package let use: SetChoice.Use

  /// What the step does with the set, as a table says it.
  package var words: Words {
    switch use {
    case .judges(let model): "judges \(model)"
    case .stopsEarly: "keeps the weights that are best on it"
    case .best(let count): "tells which of \(count) is best on it"
    }
  }
}

extension OptionDecoder {
  /// The choices that steps above make by a set, but for readings of the same network.
  ///
  /// They are part of what the step is made of, so that its result tells them as they are.
  mutating func earlierChoices(by set: SetReference, judging model: StepID) -> [EarlierChoice] {
    let choices = scope.choicesAbove.filter { $0.choice.set == set }
      .filter { $0.choice.use != .judges(model) }
      .map { EarlierChoice(step: $0.step, use: $0.choice.use) }
    let text = choices.map { "\($0.step) \($0.words)" }.joined(separator: ", ")
    self.set("choices by the \(set.set) set", to: text.isEmpty ? "none" : text)
    return choices
  }

  /// Warns where the set that is kept for the end is read again, by another network.
  mutating func warnOfReading(_ set: SetReference, judging model: StepID, at key: String) {
    let earlier = scope.choicesAbove.first {
      $0.choice.set == set && $0.choice.use != .judges(model)
    }
    guard set.set == .test, let earlier else { return }
    warn(
      "step '\(earlier.step)' has used the test set already", at: key,
      help: "choose by the dev set, and judge what was chosen on the test set, once")
  }

  /// Warns where a choice is made by the set that is kept for the end.
  mutating func warnOfChoosing(by set: SetReference, at key: String) {
    guard set.set == .test else { return }
    warn(
      "this chooses by the test set, on which nothing then tells how good the choice is", at: key,
      help: "choose by the dev set")
  }
}
