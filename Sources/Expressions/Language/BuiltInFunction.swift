import Results

/// A function that expressions can call.
package struct BuiltInFunction: Sendable {
  /// What a function may be given.
  enum Arguments: Sendable {
    /// So many numbers; those at some places whole ones.
    case numbers(ClosedRange<Int>, whole: Set<Int> = [])
    /// A list of numbers, or two numbers or more.
    case several
    /// A list, of numbers or of anything.
    case list(ofNumbers: Bool)
  }

  package let name: String
  /// The function as it is written, such as `round(x, digits)`.
  package let signature: String
  /// One line of documentation.
  package let summary: String
  let arguments: Arguments
  /// The type of the result: for the types of the arguments, of which a list's is that of its items.
  let type: @Sendable ([ValueType]) -> ValueType
  /// The result: for the arguments, or for the items of a list.
  let value: @Sendable ([Value]) throws(EvaluationProblem) -> Value

  /// How many arguments it may be given.
  var argumentCounts: ClosedRange<Int> {
    switch arguments {
    case .numbers(let counts, _): counts
    case .several: 1...100
    case .list: 1...1
    }
  }

  /// The function called `name`.
  static func named(_ name: String) -> BuiltInFunction? { all.first { $0.name == name } }

  /// The numbers that the arguments stand for: those of a list, where it is the only one.
  func operands(_ arguments: [Value]) throws(EvaluationProblem) -> [Value] {
    switch self.arguments {
    case .numbers: return arguments
    case .several where arguments.count > 1: return arguments
    case .several, .list:
      guard let items = arguments.first?.items else { throw .missing(name) }
      return items
    }
  }

  /// Whether it may be given so many arguments of these types: a single number has no other beside
  /// it to be compared with.
  func takes(_ types: [ValueType?]) -> Bool {
    if case .several = arguments, types.count == 1, types[0]?.isNumeric ?? false { return false }
    return argumentCounts.contains(types.count)
  }

  /// What an argument of a type should be instead, by its place; `nil` where it is right.
  func expected(at place: Int, of count: Int, insteadOf type: ValueType) -> ValueType? {
    switch arguments {
    case .numbers(_, let whole) where whole.contains(place): type == .integer ? nil : .integer
    case .numbers: type.isNumeric ? nil : .number
    case .several where count > 1: type.isNumeric ? nil : .number
    case .several: type.element?.isNumeric ?? false ? nil : .list(.number)
    case .list(let ofNumbers):
      type.element.map { !ofNumbers || $0.isNumeric } ?? false ? nil : .list(.number)
    }
  }
}

extension ValueType {
  /// The type of a list's items; `nil` of what is no list.
  var element: ValueType? {
    if case .list(let element) = self { element } else { nil }
  }
}
