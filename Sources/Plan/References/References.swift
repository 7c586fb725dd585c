import Notebook
import Spelling

/// A set of examples that a load or a split yields.
package enum ExampleSetName: String, CaseIterable, Sendable {
  /// What a split leaves for training.
  case training
  /// What a split holds out.
  case dev
  /// All labelled rows, as loaded.
  case labelled
  /// The rows beyond the labelled ones, as loaded.
  case test

  /// The kinds of step that yield the set.
  var kinds: [StepKind] {
    switch self {
    case .training, .dev: [.split]
    case .labelled, .test: [.load]
    }
  }
}

/// A set of examples of one step.
package struct SetReference: Sendable, Equatable {
  /// The index of the load or split step.
  package let step: Int
  package let set: ExampleSetName
}

extension OptionType where Value == String {
  /// The name of a step above.
  static func stepName(_ kinds: [StepKind]) -> Self {
    .text("the name of \(kinds.withArticle) step above")
  }

  /// A set of examples, `dev` or `STEP.dev`.
  static var setName: Self {
    .text("a set of examples: training, dev, labelled or test, or STEP.SET")
  }
}

extension OptionDecoder {
  /// The step that an option names, or the nearest one above of the kinds.
  mutating func reference(
    _ option: OptionDeclaration<String>, to kinds: [StepKind], taking part: String
  ) -> Int? {
    note(option.key)
    guard let written = written(option.key) else {
      guard let index = scope.nearest(kinds) else {
        reportMissing(kinds, for: option.key)
        return nil
      }
      take(part, of: index, as: option.key)
      return index
    }
    guard case .scalar(let name, _, _) = written.value else {
      report("\(option.key) must be \(option.type.description)", at: option.key)
      return nil
    }
    guard let index = step(named: name, of: kinds, for: option.key, at: written.value.range)
    else { return nil }
    take(part, of: index, as: option.key)
    return index
  }

  /// The set of examples that an option names, of the nearest step above that yields it.
  mutating func setReference(
    _ option: OptionDeclaration<String>, default fallback: ExampleSetName?
  ) -> SetReference? {
    note(option.key)
    guard let written = written(option.key) else {
      guard let fallback else {
        report(
          "\(step.kind) needs the option '\(option.key)'", at: option.key,
          help: "write '\(option.key): …', \(option.type.description)")
        return nil
      }
      return nearestSet(fallback, for: option.key)
    }
    guard case .scalar(let text, _, let range) = written.value else {
      report("\(option.key) must be \(option.type.description)", at: option.key)
      return nil
    }
    return setReference(text, for: option.key, at: range)
  }

  /// The set of examples that `text` names: `SET`, or `STEP.SET`.
  mutating func setReference(_ text: String, for key: String, at range: SourceRange)
    -> SetReference?
  {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, let last = parts.last, let set = ExampleSetName(rawValue: last) else {
      let words = ExampleSetName.allCases.map(\.rawValue)
      let near = suggestion(for: parts.last ?? text, among: words)
      report(
        "there is no set of examples '\(text)'", at: range, key: key,
        help: near.map { "did you mean '\($0)'?" } ?? "the sets are \(words.listed(with: "and"))")
      return nil
    }
    guard parts.count == 2 else { return nearestSet(set, for: key) }
    guard let index = step(named: parts[0], of: set.kinds, for: key, at: range) else { return nil }
    take(set.rawValue, of: index, as: key)
    return SetReference(step: index, set: set)
  }

  /// The step called `name`, which must stand above and be of one of the kinds.
  mutating func step(
    named name: String, of kinds: [StepKind], for key: String, at range: SourceRange
  ) -> Int? {
    guard let index = scope.position(of: name) else {
      let names = scope.names(of: kinds)
      let near = suggestion(for: name, among: names)
      let listed =
        names.isEmpty
        ? "no \(kinds.map(\.rawValue).listed(with: "or")) step stands above"
        : "\(key) may be \(names.listed(with: "or"))"
      report(
        "there is no step '\(name)'", at: range, key: key,
        help: near.map { "did you mean '\($0)'?" } ?? listed)
      return nil
    }
    guard index < scope.index else {
      let place = index == scope.index ? "this step itself" : "further down"
      report(
        "step '\(name)' is \(place)", at: range, key: key,
        help: "a step takes its inputs from steps above it")
      return nil
    }
    let kind = scope.entries[index].kind
    guard kinds.contains(kind) else {
      report(
        "step '\(name)' is \([kind].withArticle) step", at: range, key: key,
        help: "\(key) must name \(kinds.withArticle) step")
      return nil
    }
    return index
  }

  private mutating func nearestSet(_ set: ExampleSetName, for key: String) -> SetReference? {
    guard let index = scope.nearest(set.kinds) else {
      reportMissing(set.kinds, for: key)
      return nil
    }
    take(set.rawValue, of: index, as: key)
    return SetReference(step: index, set: set)
  }

  private mutating func reportMissing(_ kinds: [StepKind], for key: String) {
    report(
      "\(step.kind) needs \(kinds.withArticle) step above it", at: step.kindRange, key: key,
      help: "add a ```\(kinds.first?.rawValue ?? "load") step before this one")
  }
}

extension [StepKind] {
  /// The kinds as a sentence names one of them: "a train or evaluate".
  fileprivate var withArticle: String {
    let words = map(\.rawValue).listed(with: "or")
    return (words.first.map { "aeiou".contains($0) } ?? false ? "an " : "a ") + words
  }
}
