package import Results

/// A member or method that every value of a kind has: what checking, evaluation and the
/// documentation know about it, in one place.
package struct BuiltInMember: Sendable {
  /// The kinds of values that have members of their own.
  package enum Receiver: String, Sendable, CaseIterable {
    case proportion, confusion, list, text
  }

  package let receiver: Receiver
  package let name: String
  /// The names of a method's arguments, each a class; empty for a plain member.
  package let parameters: [String]
  /// One line of documentation.
  package let summary: String
  /// The type of the result for a receiver's type; `nil` where that receiver has no such member.
  let type: @Sendable (ValueType) -> ValueType?
  /// The result for a receiver of that kind and as many classes as there are parameters.
  let value: @Sendable (Value, [Int]) throws(EvaluationProblem) -> Value

  /// The member as it is written: `low`, or `rank(a, b)`.
  package var signature: String {
    parameters.isEmpty ? name : "\(name)(\(parameters.joined(separator: ", ")))"
  }

  /// Every member of every kind, in the order it is documented.
  package static let all = proportionMembers + confusionMembers + listMembers + textMembers

  /// The members that values of a type have, in the order they are documented.
  package static func members(of type: ValueType) -> [BuiltInMember] {
    guard let receiver = Receiver(type) else { return [] }
    return all.filter { $0.receiver == receiver && $0.type(type) != nil }
  }

  /// The member called `name` of values of a kind.
  static func named(_ name: String, of receiver: Receiver) -> BuiltInMember? {
    all.first { $0.receiver == receiver && $0.name == name }
  }
}

extension BuiltInMember.Receiver {
  init?(_ type: ValueType) {
    switch type {
    case .proportion: self = .proportion
    case .confusion: self = .confusion
    case .list: self = .list
    case .text: self = .text
    default: return nil
    }
  }

  init?(_ value: Value) {
    switch value {
    case .proportion: self = .proportion
    case .confusion: self = .confusion
    case .list: self = .list
    case .text: self = .text
    default: return nil
    }
  }
}
