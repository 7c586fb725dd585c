package import Results

/// What later steps can take of a step: options name steps by what they provide, not by their kind.
package enum Provision: Sendable, Hashable {
  /// A set of examples.
  case set(ExampleSetName)
  /// A network that classifies.
  case network
  /// Accuracy and loss by iteration.
  case history
  /// How well a network classifies labelled examples.
  case evaluation
  /// What a network classifies some examples as.
  case predictions
  /// Runs with what was varied and measured.
  case runs
  /// Whether networks differ, pair by pair.
  case comparison
}

/// The name of a set of examples, declared by the kind of step that provides it.
package struct ExampleSetName: Sendable, Hashable, CustomStringConvertible {
  package let name: String

  package init(_ name: String) {
    self.name = name
  }

  package var description: String { name }

  /// Every set that some kind of step provides.
  package static let all = StepKind.all.flatMap { $0.declaration.provides }.compactMap {
    provision in
    if case .set(let set) = provision { set } else { nil }
  }
}

/// A set of examples of one step.
package struct SetReference: Sendable, Hashable {
  /// The step that provides the set.
  package let step: StepID
  package let set: ExampleSetName

  package init(step: StepID, set: ExampleSetName) {
    self.step = step
    self.set = set
  }
}
