package import Expressions
import Notebook
package import Results

/// A number that is taken of every run of a sweep.
package struct SweepMeasure: Sendable, Equatable {
  /// The name under which values hold it: ["dev", "accuracy"], or the one that it was given.
  package let path: [String]
  package let expression: Expression
  package let type: ValueType
  /// The steps that it needs.
  package let steps: [StepID]

  /// The name as people read it.
  package var name: String { path.joined(separator: ".") }

  /// Whether it is a share of some examples.
  package var isShare: Bool { type == .proportion }

  /// Whether less of it is better, as far as its name says: then it is said which is meant.
  var isLoss: Bool { path.last.map { ["loss", "errors"].contains($0) } ?? false }
}

extension OptionDecoder {
  /// What a sweep measures: values of steps above, or expressions with names.
  mutating func measures(_ option: StepOption) -> [SweepMeasure]? {
    let before = diagnostics.count
    let measures: [SweepMeasure]
    switch option.value {
    case .mapping(let named, _):
      measures = named.compactMap { measure($0.value, named: [$0.key], at: $0.keyRange) }
    case .list(let items, _):
      measures = items.compactMap { measure($0, named: nil, at: $0.range) }
    case .scalar:
      measures = [measure(option.value, named: nil, at: option.value.range)].compactMap(\.self)
    }
    guard diagnostics.count == before else { return nil }
    guard !measures.isEmpty else {
      diagnose("nothing is measured", at: option.key, help: "write a list: [dev.accuracy]")
      return nil
    }
    return measures
  }

  private mutating func measure(_ value: OptionValue, named name: [String]?, at place: SourceRange)
    -> SweepMeasure?
  {
    guard case .scalar(let text, _, let range) = value else {
      diagnose(
        "a measure is one value", at: value.range, key: Sweep.measure.key,
        help: "write STEP.VALUE, such as dev.accuracy")
      return nil
    }
    guard let path = name ?? Self.path(text) else {
      diagnose(
        "a measure that is computed needs a name", at: range, key: Sweep.measure.key,
        help: "write 'NAME: \(text)'")
      return nil
    }
    guard name == nil || path.flatMap({ Self.path($0) ?? [] }).count == 1 else {
      diagnose(
        "'\(path.joined())' cannot be the name of a value", at: place, key: Sweep.measure.key,
        help: "write words with hyphens, such as recall-of-5")
      return nil
    }
    return measure(text, path, at: range, value.places)
  }

  private mutating func measure(
    _ text: String, _ path: [String], at range: SourceRange, _ places: TextPlaces
  ) -> SweepMeasure? {
    var reader = ExpressionReader(scope.directory, scope.schema, isOfRuns: true)
    let typed = reader.typed(text, at: places)
    diagnostics += reader.diagnostics
    warnings += reader.warnings
    guard let typed else { return nil }
    guard [.integer, .number, .proportion].contains(typed.type) else {
      diagnose(
        "a measure is a number, and '\(text)' is \(typed.type.noun)", at: range,
        key: Sweep.measure.key, help: typed.type.memberHelp)
      return nil
    }
    let steps = reader.steps(of: typed.expression)
    if let sweep = steps.first(where: { scope.directory[$0.name]?.declaration?.runs != nil }) {
      diagnose(
        "'\(sweep)' is a sweep itself", at: range, key: Sweep.measure.key,
        help: "vary what both vary in one sweep")
      return nil
    }
    guard !steps.isEmpty else {
      diagnose(
        "'\(text)' is the same in every run", at: range, key: Sweep.measure.key,
        help: "name a value of a step, such as dev.accuracy")
      return nil
    }
    return SweepMeasure(path: path, expression: typed.expression, type: typed.type, steps: steps)
  }

  /// The names of a value of a step, `STEP.VALUE…`; `nil` for any other expression.
  static func path(_ text: String) -> [String]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let isNamed = parts.allSatisfy { part in
      part.first.map { $0.isASCII && $0.isLetter } ?? false
        && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    }
    return isNamed ? parts : nil
  }
}
