import Notebook

/// The steps of a notebook as one step sees them: those above it are its possible inputs.
struct Scope: Sendable {
  struct Entry: Sendable {
    let name: String
    let kind: StepKind
    /// `nil` before the step is decoded, and where its options are wrong.
    var operation: PlannedStep.Operation?
  }

  /// All steps in the order of the notebook.
  let entries: [Entry]
  /// The index of the step that looks.
  let index: Int

  /// The nearest step above of one of the kinds.
  func nearest(_ kinds: [StepKind]) -> Int? {
    entries[..<index].lastIndex { kinds.contains($0.kind) }
  }

  /// Where the step called `name` stands, above or below.
  func position(of name: String) -> Int? {
    entries.firstIndex { $0.name == name }
  }

  /// The names of the steps above that are of one of the kinds.
  func names(of kinds: [StepKind]) -> [String] {
    entries[..<index].filter { kinds.contains($0.kind) }.map(\.name)
  }

  /// The network and the examples of a step that lets the one read the other.
  func judgement(at index: Int) -> (model: Int, examples: SetReference)? {
    switch entries[index].operation {
    case .evaluate(let evaluate): (evaluate.model, evaluate.examples)
    case .predict(let predict): (predict.model, predict.examples)
    default: nil
    }
  }
}
