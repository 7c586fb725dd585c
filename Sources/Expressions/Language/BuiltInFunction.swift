import Results

/// A function of numbers that expressions can call.
package struct BuiltInFunction: Sendable {
  package let name: String
  /// The function as it is written, such as `round(x, digits)`.
  package let signature: String
  /// One line of documentation.
  package let summary: String
  let argumentCounts: ClosedRange<Int>
  /// The type that each argument must have beyond being numeric, by its place.
  let integerArguments: Set<Int>
  /// The type of the result for arguments that are numeric and as many as is allowed.
  let type: @Sendable ([ValueType]) -> ValueType
  let value: @Sendable ([Value]) throws(EvaluationProblem) -> Value

  /// Every function, in the order it is documented.
  package static let all = [
    BuiltInFunction(
      name: "abs", signature: "abs(x)", summary: "The number without its sign.",
      argumentCounts: 1...1, integerArguments: [],
      type: { Arithmetic.joined($0) }
    ) { arguments throws(EvaluationProblem) in
      try Arithmetic.magnitude(of: arguments[0])
    },
    BuiltInFunction(
      name: "min", signature: "min(a, b, …)", summary: "The smallest of the numbers.",
      argumentCounts: 2...100, integerArguments: [],
      type: { Arithmetic.joined($0) }
    ) { arguments throws(EvaluationProblem) in
      Arithmetic.extreme(of: arguments, by: .less)?.withoutProportion ?? .integer(0)
    },
    BuiltInFunction(
      name: "max", signature: "max(a, b, …)", summary: "The largest of the numbers.",
      argumentCounts: 2...100, integerArguments: [],
      type: { Arithmetic.joined($0) }
    ) { arguments throws(EvaluationProblem) in
      Arithmetic.extreme(of: arguments, by: .greater)?.withoutProportion ?? .integer(0)
    },
    BuiltInFunction(
      name: "round", signature: "round(x, digits)",
      summary: "The number to so many decimals, halves to even; without digits, an integer.",
      argumentCounts: 1...2, integerArguments: [1],
      type: { $0.count == 1 || $0[0] == .integer ? .integer : .number }
    ) { arguments throws(EvaluationProblem) in
      guard arguments.count > 1 else { return try Arithmetic.rounded(arguments[0]) }
      guard case .integer(let digits) = arguments[1] else { throw .missing("digits") }
      return try Arithmetic.rounded(arguments[0], digits: digits)
    },
  ]
}
