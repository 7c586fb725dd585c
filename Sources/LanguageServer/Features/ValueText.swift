import Expressions
import Plan
import Results
import Runner

/// Values of the last run in words.
enum ValueText {
  /// The value of an expression by the last run; `nil` where that does not tell it.
  static func value(of expression: String, _ results: LastResults?) -> Value? {
    guard let results else { return nil }
    return try? Expression(parsing: expression).evaluate(in: results.value(named:))
  }

  /// A type, with the value of the last run where there is one.
  static func detail(_ type: ValueType, _ expression: String, _ results: LastResults?) -> String {
    guard let text = value(of: expression, results).flatMap(short) else { return type.noun }
    return "\(text) · \(type.noun)"
  }

  /// A value in a few words; `nil` for what has no short text.
  static func short(_ value: Value) -> String? {
    switch value {
    case .boolean, .integer, .number, .text, .proportion: value.briefText
    case .unknown(let reason): "unknown: \(reason)"
    case .list(let items):
      items.isEmpty
        ? "nothing"
        : items.allSatisfy(isPlain) && items.count <= 12
          ? value.briefText : "\(items.count) items"
    case .confusion, .record: nil
    }
  }

  private static func isPlain(_ value: Value) -> Bool {
    switch value {
    case .boolean, .integer, .number, .text, .proportion: true
    case .unknown, .list, .confusion, .record: false
    }
  }

  /// How the results of some steps stand to the text: what keeps them from being those of the text.
  static func doubt(_ steps: [SketchedStep], _ results: LastResults?) -> String? {
    for step in steps {
      switch results?[step.id]?.standing {
      case .changed(let why): return "not run since this edit: \(step.name): \(why)"
      case .neverRun: return "\(step.name) has not been run"
      case .current, nil: continue
      }
    }
    return nil
  }
}
