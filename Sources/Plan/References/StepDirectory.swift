import Expressions
import Notebook
import Results
import Spelling

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
  private let names: Vocabulary
  /// The places of the steps so far that provide something, in order: every step looks for some.
  private var providers: [Provision: [Int]] = [:]
  /// The places of all steps that provide something by their kind.
  private let likelyProviders: [Provision: [Int]]
  /// The choices by sets of examples of the steps so far.
  private(set) var choices = ChoiceDirectory()
  /// The place of the first step that should have been planned by now, and could not.
  private(set) var firstWrong: Int?
  /// The runs of the sweeps so far, right or wrong: the time that a notebook takes is in proportion.
  private(set) var sweptRuns = 0

  init(_ steps: [(id: StepID, kind: StepKind)]) {
    entries = steps.map { Entry(id: $0.id, kind: $0.kind) }
    places = Dictionary(steps.enumerated().map { ($1.id.name, $0) }) { first, _ in first }
    names = Vocabulary(steps.map(\.id.name))
    likelyProviders = steps.enumerated().reduce(into: [:]) { places, step in
      for provision in step.element.kind.declaration.provides {
        places[provision, default: []].append(step.offset)
      }
    }
  }

  /// The step of a name.
  subscript(name: String) -> Entry? { places[name].map { entries[$0] } }

  /// Where the step of a name stands.
  func place(of name: String) -> Int? { places[name] }

  /// Takes what the step at a place has been planned as, `nil` where its options are wrong.
  ///
  /// Steps come in their order, but for those that are planned at the end: they provide nothing.
  mutating func take(_ step: PlannedStep?, at index: Int) {
    let kind = entries[index].kind.declaration
    entries[index].planned = step
    for provision in step?.declaration.provides ?? kind.provides {
      providers[provision, default: []].append(index)
    }
    if let step {
      choices.append(step.declaration.choices, of: step.id, at: index)
    } else if kind.timing == .inOrder {
      firstWrong = firstWrong ?? index
    }
  }

  /// Takes note of the runs of a sweep.
  mutating func note(sweptRuns runs: Int) { sweptRuns += runs }

  /// The nearest step above a place that provides something.
  func nearest(_ provision: Provision, above index: Int) -> StepID? {
    places(providing: provision, above: index).last.map { entries[$0].id }
  }

  /// The first step below a place that provides something by its kind.
  func next(_ provision: Provision, below index: Int) -> Int? {
    let places = likelyProviders[provision] ?? []
    return places.dropFirst(places.count(below: index + 1)).first
  }

  /// The places of the steps above one that provide something.
  func places(providing provision: Provision, above index: Int) -> ArraySlice<Int> {
    let places = providers[provision] ?? []
    return places.prefix(places.count(below: index))
  }

  /// The name of a step above a place that provides something, nearest to a misspelt one.
  func name(near name: String, providing provision: Provision, above index: Int) -> String? {
    names.nearest(to: name, among: places(providing: provision, above: index))
  }
}

extension [Int] {
  /// How many of these numbers, which are in order, are below another one.
  func count(below number: Int) -> Int { partitioningIndex { $0 >= number } }
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
