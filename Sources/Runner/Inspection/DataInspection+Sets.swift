import Datasets
import Plan
import Results

// What is known of the sets of examples before anything is read.

extension DataInspection {
  private func declaration(of id: StepID) -> (any StepDeclaration)? {
    plan.steps.first { $0.id == id }?.declaration
  }

  /// The data that a step's examples come from, by way of a split or not.
  func outline(of id: StepID) -> DataOutline? {
    outlines[id] ?? (declaration(of: id) as? Split).flatMap { outlines[$0.examples] }
  }

  /// How many examples a set has at most; `nil` as for `count`.
  ///
  /// Where that is less than the notebook says, reading the files tells it.
  func mostExamples(of set: SetReference) -> Int? {
    count(of: set).map { min($0, outline(of: set.step)?.mostRows ?? .max) }
  }

  /// How many examples a set has; `nil` where only the whole of the files tells.
  func count(of set: SetReference) -> Int? {
    if let split = declaration(of: set.step) as? Split {
      if set.set == .dev { return split.dev }
      return count(of: SetReference(step: split.examples, set: .labelled)).map { $0 - split.dev }
    }
    guard let load = declaration(of: set.step) as? Load else { return nil }
    let outline = outlines[set.step]
    let labelled = load.labelled ?? outline?.labelled
    if set.set == .labelled { return labelled }
    guard let labelled, let rows = outline?.rows else { return nil }
    return rows - labelled
  }
}
