import Expressions
import Files
import Notebook
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
  /// Where files may be read.
  let readable: ReadableFolders
  /// What the command line sets, of all steps.
  let overrides: Overrides
  let notebook: Notebook

  private var above: ArraySlice<StepDirectory.Entry> { directory.entries[..<index] }

  /// The nearest step above that provides something.
  func nearest(_ provision: Provision) -> StepID? { directory.nearest(provision, above: index) }

  /// The first step below that provides something, as it is written.
  func next(_ provision: Provision) -> Step? {
    guard let place = directory.next(provision, below: index),
      notebook.steps.indices.contains(place)
    else { return nil }
    let step = notebook.steps[place]
    // A load step of a network provides no examples.
    return step.options.contains { $0.key == Load.model.key } && step.kind == Load.syntax.kind
      ? nil : step
  }

  /// Where the step called `name` stands; `nil` where there is none.
  func place(of name: String) -> Place? {
    guard let position = directory.place(of: name) else { return nil }
    if position == index { return .here }
    return position < index ? .above(directory.entries[position]) : .below
  }

  /// The names of the steps above.
  var namesAbove: [String] { above.map(\.name) }

  /// Whether every step above could be planned that is done in its place.
  var stepsAboveAreRight: Bool { directory.firstWrong.map { $0 >= index } ?? true }

  /// The same notebook as another of its steps sees it.
  func moved(to index: Int) -> Scope {
    Scope(
      directory: directory, schema: schema, index: index, readable: readable,
      overrides: overrides, notebook: notebook)
  }

  /// Whether the step called `name` stands above.
  func isAbove(_ name: String) -> Bool { if case .above? = place(of: name) { true } else { false } }

  /// The choices that steps above make by a set of examples, or by one with examples of it, but for
  /// readings of one network; how many, and the first of them.
  func choicesAbove(by set: SetReference, exceptOf model: StepID) -> ChoiceDirectory.Found {
    directory.choices.choices(above: index, exceptOf: model) { shareExamples($0, set) }
  }

  /// How many examples a set has, as far as the notebook says it.
  func count(of set: SetReference) -> Int? {
    switch directory[set.step.name]?.declaration {
    case let load as Load: set.set == .labelled ? load.labelled : nil
    case let split as Split where set.set == .dev: split.dev
    case let split as Split:
      count(of: SetReference(step: split.examples, set: .labelled))
        .map { $0 - split.dev }.flatMap { $0 > 0 ? $0 : nil }
    default: nil
    }
  }

  /// The steps above that provide something, as a sentence lists them: of many the rest is counted.
  func listed(providing provision: Provision) -> [String] {
    let all = directory.places(providing: provision, above: index)
    let names = all.prefix(Self.mostListed).map { directory.entries[$0].name }
    return all.count > names.count ? names + ["\(all.count - names.count) more"] : names
  }

  private static let mostListed = 30

  /// The step above that provides something and that a misspelt name is likely to stand for.
  func name(near name: String, providing provision: Provision) -> String? {
    directory.name(near: name, providing: provision, above: index)
  }
}
