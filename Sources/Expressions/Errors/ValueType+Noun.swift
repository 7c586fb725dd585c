package import Results

extension ValueType {
  /// The type as errors name it: "a number", "a list of records".
  package var noun: String {
    switch self {
    case .boolean: "a yes or no"
    case .integer: "an integer"
    case .number: "a number"
    case .text: "text"
    case .proportion: "a proportion"
    case .confusion: "a confusion matrix"
    case .list(let element): "a list of \(element.plural)"
    case .record: "a record"
    }
  }

  private var plural: String {
    switch self {
    case .boolean: "yes or no"
    case .integer: "integers"
    case .number: "numbers"
    case .text: "texts"
    case .proportion: "proportions"
    case .confusion: "confusion matrices"
    case .list: "lists"
    case .record: "records"
    }
  }

  /// Points from a value that cannot be used whole to the values in it.
  package var memberHelp: String? {
    switch self {
    case .record(let members) where !members.isEmpty:
      "name one of its members: \(Self.joined(members.map(\.name)))"
    case .list, .confusion:
      "name one of its values: \(Self.joined(BuiltInMember.members(of: self).map(\.signature)))"
    default: nil
    }
  }

  private static func joined(_ names: [String]) -> String {
    names.joined(separator: ", ")
  }
}
