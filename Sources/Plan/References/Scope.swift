import Expressions
import Results

/// The steps of a notebook as one step sees them: those above it are its possible inputs.
struct Scope: Sendable {
  /// Where the step that is looked for stands.
  enum Place {
    case above(StepDirectory.Entry)
    case here
    case below
  }

  let directory: StepDirectory
  /// The steps that expressions of the step may name.
  let schema: StepSchema
  /// The place of the step that looks.
  let index: Int

  private var above: ArraySlice<StepDirectory.Entry> { directory.entries[..<index] }

  /// The nearest step above that provides something.
  func nearest(_ provision: Provision) -> StepID? { above.last { $0.provides(provision) }?.id }

  /// Where the step called `name` stands; `nil` where there is none.
  func place(of name: String) -> Place? {
    guard let position = directory.place(of: name) else { return nil }
    if position == index { return .here }
    return position < index ? .above(directory.entries[position]) : .below
  }

  /// Whether the step called `name` stands above.
  func isAbove(_ name: String) -> Bool { if case .above? = place(of: name) { true } else { false } }

  /// The names of the steps above that provide something.
  func names(providing provision: Provision) -> [String] {
    above.filter { $0.provides(provision) }.map(\.name)
  }
}
