package import Notebook
import Results

/// Reads the options of one step, and notes every problem instead of stopping at the first.
package struct OptionDecoder: Sendable {
  let step: Step
  let scope: Scope
  private let options: [StepOption]
  /// What the command line or a sweep sets of the step, by option.
  let overrides: [String: Override]
  /// What the command line sets of the step, in order.
  let overridesInOrder: [Override]
  private var known = Self.readBefore
  private var knownInOrder = OptionDocumentation.ofEveryStep.map(\.key)
  /// Options of every step that are read with the notebook, values and all.
  private static let readBefore = Set(OptionDocumentation.ofEveryStep.map(\.key))
  /// Required options that are not written, each with what says so.
  private var missing: [String: String] = [:]
  package internal(set) var diagnostics: [Diagnostic] = []
  /// What may be otherwise than it was meant.
  var warnings: [Diagnostic] = []
  /// The runs of a sweep, or the values that were written out for them.
  var sweptRuns = 0
  /// Every resolved value by key, in canonical form, defaults included.
  package private(set) var settings: [PlannedStep.Setting] = []
  /// The steps that this one takes something from.
  package private(set) var inputs: [PlannedStep.Input] = []
  /// The steps whose values its expressions name.
  private(set) var mentions: [StepID] = []

  init(step: Step, scope: Scope, overrides: [Override]) {
    self.step = step
    self.scope = scope
    let last = Dictionary(overrides.map { ($0.option, $0) }) { _, last in last }
    self.overrides = last
    overridesInOrder = overrides
    options =
      step.options.filter { last[$0.key] == nil }
      + overrides.filter { last[$0.option] == $0 }.compactMap { override in
        override.value.map {
          StepOption(
            key: override.option, keyRange: override.optionPlace ?? step.kindRange, value: $0)
        }
      }
  }

  /// The value of an option that has a default; `nil` where it is written but cannot be read.
  mutating func value<Value>(_ option: OptionDeclaration<Value>) -> Value? {
    optional(option) ?? fallback(of: option)
  }

  /// The value of an option that may be left out; `nil` where it is, or where it cannot be read.
  mutating func optional<Value>(_ option: OptionDeclaration<Value>) -> Value? {
    note(option.key)
    guard let written = written(option.key) else { return nil }
    do {
      let value = try option.type.read(written.value)
      settings.append(.init(key: option.key, value: option.type.canonical(value)))
      return value
    } catch {
      for problem in error.all { diagnose(problem, as: option) }
      return nil
    }
  }

  /// Whether the option is written in the step or overridden.
  mutating func isWritten<Value>(_ option: OptionDeclaration<Value>) -> Bool {
    note(option.key)
    return written(option.key) != nil
  }

  /// Whether a problem has been noted.
  var hasProblems: Bool { !diagnostics.isEmpty }

  /// Takes the text that an option's value resolves to, where it is read by other means than a type.
  mutating func set(_ key: String, to canonical: String) {
    settings.append(.init(key: key, value: canonical))
  }

  /// Leaves settings out that another option has displaced.
  mutating func forget(_ keys: String...) {
    settings.removeAll { keys.contains($0.key) }
  }

  /// Notes that the step takes `what` of the step `id`, in the role of the option `key`.
  mutating func take(_ what: String, of id: StepID, as key: String) {
    inputs.append(.init(role: key, step: id, part: what))
  }

  /// Notes that expressions of the step name values of others.
  mutating func mention(_ steps: [StepID]) {
    for step in steps where !mentions.contains(step) { mentions.append(step) }
  }

  /// Takes note of an option as known without reading it.
  mutating func note(_ key: String) {
    if known.insert(key).inserted { knownInOrder.append(key) }
  }

  /// Takes every written option as known, where what is known depends on one that is wrong.
  mutating func noteAllWritten() {
    for option in options { note(option.key) }
  }

  func written(_ key: String) -> StepOption? { options.first { $0.key == key } }

  /// Notes every written option that was not asked for.
  mutating func finish() {
    for override in overridesInOrder where Self.readBefore.contains(override.option) {
      diagnostics.append(
        Diagnostic(
          "--set \(override.text): captions cannot be set", at: nil,
          help: "change it in the notebook"))
    }
    let all = knownInOrder.filter { !Self.readBefore.contains($0) }.listed(with: "and")
    let terms = OtherTerms.ofOptions(of: step.kind)
    for option in options where !known.contains(option.key) {
      let meaning = terms.meaning(of: option.key, among: knownInOrder)
      let misspelling = meaning.misspelling
      if let misspelling { forgetMissing(misspelling.meant) }
      diagnose(
        "\(step.kind) has no option '\(option.key)'", at: option.keyRange, key: option.key,
        help: misspelling == nil ? meaning.help ?? "its options are \(all)" : nil,
        misspelling: misspelling)
    }
  }

  /// Leaves out what is missing only because it is misspelt.
  private mutating func forgetMissing(_ key: String) {
    guard let message = missing.removeValue(forKey: key) else { return }
    diagnostics.removeAll { $0.message.hasSuffix(message) }
  }

  /// Notes at the option `key` that one of several is missing.
  mutating func diagnose(
    missing keys: [String], _ message: String, at key: String, help: String
  ) {
    for key in keys { missing[key] = message }
    diagnose(message, at: key, help: help)
  }

  private mutating func fallback<Value>(of option: OptionDeclaration<Value>) -> Value? {
    guard written(option.key) == nil else { return nil }
    switch option.presence {
    case .defaulted(let value):
      settings.append(.init(key: option.key, value: option.type.canonical(value)))
      return value
    case .optional:
      return nil
    case .required:
      let message = "\(step.kind) needs the option '\(option.key)'"
      missing[option.key] = message
      let isTakenOut = overrides[option.key].map { $0.place == nil } ?? false
      diagnose(
        message, at: step.kindRange, key: option.key,
        help: isTakenOut
          ? "give it a value there, \(option.type.description)"
          : "write '\(option.key): …', \(option.type.description)")
      return nil
    }
  }

  private mutating func diagnose<Value>(
    _ problem: OptionProblem, as option: OptionDeclaration<Value>
  ) {
    var message = problem.message ?? "\(option.key) must be \(option.type.description)"
    var (place, misspelling, help) = (problem.range, problem.misspelling, problem.help)
    if let value = problem.value, problem.message == nil, case .scalar(let text, _, _) = value {
      message += ", not '\(text)'"
      if problem.help == nil, let word = PlacedWord.words(of: value).first,
        !option.type.choices.contains(word.text)
      {
        let meaning = OtherTerms.ofValues(of: option.key, in: step.kind)
          .meaning(of: word.text, among: option.type.choices)
        (misspelling, help) = (meaning.misspelling, meaning.help)
        if misspelling != nil { place = word.range }
      }
    }
    if help == nil, misspelling == nil, case .scalar(let text, _, let range)? = problem.value {
      let hint = NumberHint(text)
      let fitting = hint.candidates.filter { number in
        (try? option.type.read(.scalar(number, isQuoted: false, range))) != nil
      }
      help = fitting.isEmpty ? hint.otherwise : "write \(fitting.listed(with: "or"))"
    }
    diagnose(
      message, at: place ?? problem.value?.range ?? step.kindRange, key: option.key,
      help: help, misspelling: misspelling)
  }
}
