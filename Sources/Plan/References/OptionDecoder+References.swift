import Notebook
import Results

extension OptionType where Value == String {
  /// The name of a step above that provides something.
  static func stepName(_ provision: Provision) -> Self {
    .text("the name of \(provision.kindsWithArticle) step above", naming: .step(provision))
  }

  /// A set of examples, `dev` or `STEP.dev`.
  static var setName: Self {
    .text(
      "a set of examples: \(ExampleSetName.all.map(\.name).listed(with: "or")), or STEP.SET",
      naming: .set)
  }
}

extension OptionDecoder {
  /// The step that an option names, or the nearest one above that provides what is taken of it.
  mutating func reference(
    _ option: OptionDeclaration<String>, to provision: Provision, taking part: String
  ) -> StepID? {
    note(option.key)
    guard let written = written(option.key) else {
      return nearest(provision, taking: part, for: option.key)
    }
    guard let name = text(of: written, option) else { return nil }
    let id = step(
      named: name, providing: provision, for: option.key, at: written.value.places.whole)
    if let id { take(part, of: id, as: option.key) }
    return id
  }

  /// The nearest step above that provides something; where there is none, that is a problem.
  mutating func nearest(_ provision: Provision, taking part: String, for key: String) -> StepID? {
    guard let id = scope.nearest(provision) else {
      let kinds = provision.kindsWithArticle
      let first = StepKind.kinds(providing: provision).first?.name ?? "load"
      diagnose(
        "\(step.kind) needs \(kinds) step above it", at: step.kindRange, key: key,
        help: scope.next(provision).map {
          "move the \($0.kind) step of line \($0.range.start.line) above this one"
        } ?? "add a ```\(first) step before this one")
      return nil
    }
    take(part, of: id, as: key)
    return id
  }

  /// The set of examples that an option names, of the nearest step above that provides it.
  mutating func setReference(
    _ option: OptionDeclaration<String>, default fallback: ExampleSetName
  ) -> SetReference? {
    note(option.key)
    guard let written = written(option.key) else { return nearestSet(fallback, for: option.key) }
    guard let name = text(of: written, option) else { return nil }
    return setReference(name, for: option.key, at: written.value.places)
  }

  /// The set of examples that `text` names: `SET`, or `STEP.SET`.
  mutating func setReference(_ text: String, for key: String, at places: TextPlaces)
    -> SetReference?
  {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let words = ExampleSetName.all.map(\.name)
    guard parts.count <= 2, let last = parts.last,
      let set = ExampleSetName.all.first(where: { $0.name == last })
    else {
      let name = parts.last ?? text
      let misspelling =
        parts.count <= 2
        ? OtherTerms.ofSets.meaning(of: name, among: words).misspelling : nil
      let last = places.range(of: text.count - name.count..<text.count)
      diagnose(
        "there is no set of examples '\(text)'", at: misspelling == nil ? places.whole : last,
        key: key, help: misspelling == nil ? "the sets are \(words.listed(with: "and"))" : nil,
        misspelling: misspelling)
      return nil
    }
    guard parts.count == 2 else { return nearestSet(set, for: key) }
    let first = places.range(of: 0..<parts[0].count)
    guard let id = step(named: parts[0], providing: .set(set), for: key, at: first) else {
      return nil
    }
    take(set.name, of: id, as: key)
    return SetReference(step: id, set: set)
  }

  /// The step called `name`, which must stand above and provide something.
  mutating func step(
    named name: String, providing provision: Provision, for key: String, at range: SourceRange
  ) -> StepID? {
    switch scope.place(of: name) {
    case .above(let entry) where entry.provides(provision): return entry.id
    case .above(let entry):
      diagnose(
        "step '\(name)' is \([entry.kind.name].withArticle) step", at: range, key: key,
        help: "\(key) must name \(provision.kindsWithArticle) step")
    case .here: diagnoseBelow("this step itself", name, for: key, at: range)
    case .below: diagnoseBelow("further down", name, for: key, at: range)
    case nil: diagnoseUnknown(name, providing: provision, for: key, at: range)
    }
    return nil
  }

  private mutating func diagnoseBelow(
    _ place: String, _ name: String, for key: String, at range: SourceRange
  ) {
    diagnose(
      "step '\(name)' is \(place)", at: range, key: key,
      help: "a step takes its inputs from steps above it")
  }

  private mutating func diagnoseUnknown(
    _ name: String, providing provision: Provision, for key: String, at range: SourceRange
  ) {
    let names = scope.listed(providing: provision)
    let misspelling = scope.name(near: name, providing: provision)
      .map { Misspelling(name, meant: $0) }
    let listed =
      names.isEmpty
      ? "no \(provision.kindNames.listed(with: "or")) step stands above"
      : "\(key) may be \(names.listed(with: "or"))"
    diagnose(
      "there is no step '\(name)'", at: range, key: key, help: misspelling == nil ? listed : nil,
      misspelling: misspelling)
  }

  private mutating func nearestSet(_ set: ExampleSetName, for key: String) -> SetReference? {
    nearest(.set(set), taking: set.name, for: key).map { SetReference(step: $0, set: set) }
  }

  private mutating func text(of written: StepOption, _ option: OptionDeclaration<String>)
    -> String?
  {
    if case .scalar(let text, _, _) = written.value { return text }
    diagnose("\(option.key) must be \(option.type.description)", at: option.key)
    return nil
  }
}

extension Provision {
  /// The kinds that provide it.
  fileprivate var kindNames: [String] { StepKind.kinds(providing: self).map(\.name) }

  /// The kinds as a sentence names one of them: "an evaluate or predict".
  fileprivate var kindsWithArticle: String { kindNames.withArticle }
}

extension [String] {
  /// The words as a sentence names one of them: "an evaluate or predict".
  fileprivate var withArticle: String {
    let words = listed(with: "or")
    return (words.first.map { "aeiou".contains($0) } ?? false ? "an " : "a ") + words
  }
}
