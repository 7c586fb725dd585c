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
    /// The network that is judged has learned from it.
    case learns
    /// The training of the network that is judged tells at every report how it does on it.
    case watches
  }

  package init(_ set: SetReference, _ use: Use) {
    self.set = set
    self.use = use
  }
}

extension OptionDecoder {
  /// The choices that steps above make by a set, or one with examples of it, but for readings of the
  /// same network; and before them what its own training does with the set.
  ///
  /// They are part of what the step is made of, so that its result tells them as they are.
  mutating func earlierChoices(
    by set: SetReference, rows: ClosedRange<Int>?, judging model: StepID
  ) -> EarlierChoices {
    let own = ownUses(of: set, rows, by: model).map { (step: model, use: $0) }
    let others = scope.choicesAbove(by: set, exceptOf: model)
    let choices = EarlierChoices(count: own.count + others.count, first: own + others.first)
    let text = choices.map { "\($0.step) \($0.words)" }.joined(separator: ", ")
    self.set("choices by the \(set.set) set", to: text.isEmpty ? "none" : text)
    return choices
  }

  /// What the training of a network does with a set that it is judged on, beside stopping early.
  private func ownUses(
    of set: SetReference, _ rows: ClosedRange<Int>?, by model: StepID
  ) -> [SetChoice.Use] {
    var uses: [SetChoice.Use] = []
    if learned(set, rows: rows, by: model) != .nothing { uses.append(.learns) }
    if isWatched(set, by: model), !scope.stopsEarly(model) { uses.append(.watches) }
    return uses
  }

  /// Warns where the set that is kept for the end is read again, by another network.
  mutating func warnOfReading(_ set: SetReference, after choices: EarlierChoices, at key: String) {
    // What its own training has done with it is told by itself.
    guard set.set == .test, let earlier = choices.first(where: { !$0.isOfTraining }) else { return }
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

extension Scope {
  /// Whether two sets are one, or surely have examples in common.
  func shareExamples(_ first: SetReference, _ second: SetReference) -> Bool {
    if first == second { return true }
    return switch overlap(of: first, with: second) {
    case .some, .all: true
    case .nothing, .byChance: false
    }
  }

  /// Whether a step is a training that stops early.
  fileprivate func stopsEarly(_ step: StepID) -> Bool {
    (directory[step.name]?.declaration as? Train)?.refinements.patience != nil
  }
}
