import Notebook
package import Results

/// Something that a sweep varies: an option of a step, the seed, or several options together.
package struct SweepAxis: Sendable, Equatable {
  /// The name under which values hold what is chosen: ["train", "layers"], ["seed"], ["variant"].
  package let path: [String]
  /// Whether it only draws at random anew, so that runs that differ in nothing else are repeats.
  package let isSeed: Bool
  package let choices: [Choice]
  /// The places of the choices that stand for all: of a long range some will do, for what is wrong
  /// with a number between two others is wrong with one of these.
  let samples: [Int]

  /// One of the things that it is set to.
  package struct Choice: Sendable, Equatable {
    /// As values hold it.
    package let value: Value
    /// As people read it.
    package let text: String
    package let overrides: [Override]
    let seed: UInt32?
    /// What the command line would say: ["train.layers=[10 relu, 10 softmax]"].
    package let settings: [String]
  }

  /// The name as it is written: "train.layers".
  package var name: String { path.joined(separator: ".") }

  /// The type of its values.
  var type: ValueType {
    let values = choices.map(\.value)
    if values.allSatisfy({ if case .integer = $0 { true } else { false } }) { return .integer }
    if values.allSatisfy({ $0.asNumber != nil }) { return .number }
    return .text
  }
}

extension OptionValue {
  /// The value as it is written in one line, the same however it was laid out.
  var text: String {
    switch self {
    case .scalar(let text, _, _): text
    case .list(let items, _): "[" + items.map(\.text).joined(separator: ", ") + "]"
    case .mapping(let options, _):
      "{" + options.map { "\($0.key): \($0.value.text)" }.joined(separator: ", ") + "}"
    }
  }

  /// The value as expressions see it: a number where it is one.
  var asValue: Value {
    guard case .scalar(let text, false, _) = self else { return .text(self.text) }
    if let integer = Int(grouped: text) { return .integer(integer) }
    if let number = Double(grouped: text) { return .number(number) }
    return .text(text)
  }
}

extension SweepAxis.Choice {
  /// What it sets.
  var targets: [String] {
    overrides.map { "\($0.step).\($0.option)" } + (seed == nil ? [] : ["seed"])
  }
}
