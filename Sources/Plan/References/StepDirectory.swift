import Expressions
import Results

/// The steps of a notebook while it is planned, in its order and found by name.
struct StepDirectory: Sendable {
  struct Entry: Sendable {
    let id: StepID
    let kind: StepKind
    /// `nil` before the step is planned, and where its options are wrong.
    var planned: PlannedStep?

    var declaration: (any StepDeclaration)? { planned?.declaration }

    var name: String { id.name }

    func provides(_ provision: Provision) -> Bool {
      (declaration?.provides ?? kind.declaration.provides).contains(provision)
    }
  }

  private(set) var entries: [Entry]
  private let places: [String: Int]
  /// What each step provides, by itself: every step looks through those above it.
  private var provisions: [[Provision]]

  init(_ steps: [(id: StepID, kind: StepKind)]) {
    entries = steps.map { Entry(id: $0.id, kind: $0.kind) }
    provisions = steps.map { $0.kind.declaration.provides }
    places = Dictionary(steps.enumerated().map { ($1.id.name, $0) }) { first, _ in first }
  }

  /// The step of a name.
  subscript(name: String) -> Entry? { places[name].map { entries[$0] } }

  /// Where the step of a name stands.
  func place(of name: String) -> Int? { places[name] }

  /// Takes what the step at a place has been planned as.
  mutating func take(_ step: PlannedStep, at index: Int) {
    entries[index].planned = step
    provisions[index] = step.declaration.provides
  }

  /// The nearest step above a place that provides something.
  func nearest(_ provision: Provision, above index: Int) -> StepID? {
    provisions[..<index].lastIndex { $0.contains(provision) }.map { entries[$0].id }
  }
}

extension StepDirectory.Entry {
  /// The step as expressions see it: a record of what it yields, as far as that is known.
  var member: ValueType.Member {
    ValueType.Member(name, .record(yields), kind.declaration.documentation.summary)
  }

  /// What the step's values are called and what they are, as far as that is known.
  var yields: [ValueType.Member] {
    if let declaration { return declaration.yields }
    return switch kind.declaration.yields {
    case .always(let members): members
    case .byOptions: []
    }
  }
}
