import Notebook
import Results

/// The steps of a notebook as one step sees them: those above it are its possible inputs.
struct Scope: Sendable {
  struct Entry: Sendable {
    let id: StepID
    let kind: StepKind
    /// `nil` before the step is decoded, and where its options are wrong.
    var declaration: (any StepDeclaration)?

    var name: String { id.name }

    func provides(_ provision: Provision) -> Bool {
      kind.declaration.provides.contains(provision)
    }
  }

  /// Where the step that is looked for stands.
  enum Place {
    case above(Entry)
    case here
    case below
  }

  /// All steps in the order of the notebook.
  let entries: [Entry]
  /// The index of the step that looks.
  let index: Int

  /// The nearest step above that provides something.
  func nearest(_ provision: Provision) -> StepID? {
    entries[..<index].last { $0.provides(provision) }?.id
  }

  /// Where the step called `name` stands; `nil` where there is none.
  func place(of name: String) -> Place? {
    guard let position = entries.firstIndex(where: { $0.name == name }) else { return nil }
    if position == index { return .here }
    return position < index ? .above(entries[position]) : .below
  }

  /// The names of the steps above that provide something.
  func names(providing provision: Provision) -> [String] {
    entries[..<index].filter { $0.provides(provision) }.map(\.name)
  }

  /// The step of a name, above or below.
  func entry(named name: String) -> Entry? { entries.first { $0.name == name } }
}
