import Results
import Statistics

extension BuiltInFunction {
  /// Every function, in the order it is documented.
  package static let all = ofNumbers + ofLists

  private static let ofNumbers = [
    BuiltInFunction(
      name: "abs", signature: "abs(x)", summary: "The number without its sign.",
      arguments: .numbers(1...1), type: { Arithmetic.joined($0) }
    ) { arguments throws(EvaluationProblem) in
      try Arithmetic.magnitude(of: arguments[0])
    },
    BuiltInFunction(
      name: "round", signature: "round(x, digits)",
      summary: "The number to so many decimals, halves to even; without digits, an integer.",
      arguments: .numbers(1...2, whole: [1]),
      type: { $0.count == 1 || $0[0] == .integer ? .integer : .number }
    ) { arguments throws(EvaluationProblem) in
      guard arguments.count > 1 else { return try Arithmetic.rounded(arguments[0]) }
      guard case .integer(let digits) = arguments[1] else { throw .missing("digits") }
      return try Arithmetic.rounded(arguments[0], digits: digits)
    },
    BuiltInFunction(
      name: "sqrt", signature: "sqrt(x)", summary: "The square root.",
      arguments: .numbers(1...1), type: { _ in .number }
    ) { arguments throws(EvaluationProblem) in
      guard let number = arguments[0].asNumber else { throw .missing("sqrt") }
      guard number >= 0 else { throw .rootOfNegative }
      return .number(number.squareRoot())
    },
  ]

  private static let ofLists = [
    BuiltInFunction(
      name: "min", signature: "min(a, b, …)",
      summary: "The smallest of the numbers, or of those of a list.",
      arguments: .several, type: { Arithmetic.joined($0) }
    ) { numbers throws(EvaluationProblem) in
      guard let least = Arithmetic.extreme(of: numbers, by: .less) else {
        throw .emptyList(member: "min")
      }
      return least.withoutProportion
    },
    BuiltInFunction(
      name: "max", signature: "max(a, b, …)",
      summary: "The largest of the numbers, or of those of a list.",
      arguments: .several, type: { Arithmetic.joined($0) }
    ) { numbers throws(EvaluationProblem) in
      guard let greatest = Arithmetic.extreme(of: numbers, by: .greater) else {
        throw .emptyList(member: "max")
      }
      return greatest.withoutProportion
    },
    BuiltInFunction(
      name: "sum", signature: "sum(list)", summary: "The sum of the numbers of a list.",
      arguments: .list(ofNumbers: true), type: { Arithmetic.joined($0) }
    ) { numbers throws(EvaluationProblem) in
      try Arithmetic.sum(of: numbers)
    },
    BuiltInFunction(
      name: "mean", signature: "mean(list)", summary: "The mean of the numbers of a list.",
      arguments: .list(ofNumbers: true), type: { _ in .number }
    ) { numbers throws(EvaluationProblem) in
      guard !numbers.isEmpty else { throw .emptyList(member: "mean") }
      let sum = try Arithmetic.sum(of: numbers)
      if sum.isUnknown { return sum }
      return try Arithmetic.apply(.divide, sum, .integer(numbers.count))
    },
    BuiltInFunction(
      name: "sd", signature: "sd(list)",
      summary: "The standard deviation of the numbers of a list: of a sample, with n - 1.",
      arguments: .list(ofNumbers: true), type: { _ in .number }
    ) { numbers throws(EvaluationProblem) in
      if let unknown = numbers.first(where: \.isUnknown) { return unknown }
      guard let deviation = Sample(numbers.compactMap(\.asNumber))?.deviation else {
        throw .tooFew(member: "sd", least: 2)
      }
      guard deviation.isFinite else { throw .overflow(operation: "sd") }
      return .number(deviation)
    },
    BuiltInFunction(
      name: "count", signature: "count(list)", summary: "How many items a list has.",
      arguments: .list(ofNumbers: false), type: { _ in .integer }
    ) { .integer($0.count) },
  ]
}
