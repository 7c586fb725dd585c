package import Results
import Spelling

/// The steps that expressions may name, each a record of the values it yields, found by name.
package struct StepSchema: Sendable, ExpressibleByArrayLiteral {
  /// In the order of the notebook.
  private var steps: [ValueType.Member] = []
  private var places: [String: Int] = [:]
  private var vocabulary = Vocabulary()

  package init(_ steps: [ValueType.Member]) {
    for step in steps { append(step) }
  }

  package init(arrayLiteral steps: ValueType.Member...) {
    self.init(steps)
  }

  /// Adds a step; the first of two with one name counts.
  package mutating func append(_ step: ValueType.Member) {
    if places[step.name] == nil { places[step.name] = steps.count }
    steps.append(step)
    vocabulary.append(step.name)
  }

  var names: [String] { vocabulary.words }

  func contains(_ name: String) -> Bool { places[name] != nil }

  /// The name that a misspelt one is likely to stand for.
  func name(near name: String) -> String? { vocabulary.nearest(to: name) }

  /// What the step of a name yields; `nil` where there is none.
  subscript(name: String) -> ValueType? { places[name].map { steps[$0].type } }
}
