import Results

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// Arithmetic on values: of integers exact, of others in double precision; results are Python's.
///
/// One difference: `/` rounds integers beyond 2^53 before it divides, Python only afterwards.
enum Arithmetic {
  static func apply(
    _ operation: ArithmeticOperator, _ left: Value, _ right: Value
  ) throws(EvaluationProblem) -> Value {
    if case .integer(let a) = left, case .integer(let b) = right {
      return try apply(operation, a, b)
    }
    guard let a = left.asNumber, let b = right.asNumber else {
      throw .missing(operation.rawValue)
    }
    return try apply(operation, a, b)
  }

  private static func apply(
    _ operation: ArithmeticOperator, _ a: Int, _ b: Int
  ) throws(EvaluationProblem) -> Value {
    if operation.divides, b == 0 { throw .divisionByZero }
    switch operation {
    case .add: return try exact(a.addingReportingOverflow(b), operation)
    case .subtract: return try exact(a.subtractingReportingOverflow(b), operation)
    case .multiply: return try exact(a.multipliedReportingOverflow(by: b), operation)
    case .divide: return .number(Double(a) / Double(b))
    case .floorDivide:
      let quotient = a.dividedReportingOverflow(by: b)
      let isInexact = remainder(a, b) != 0
      return try exact(
        isInexact && (a < 0) != (b < 0)
          ? quotient.partialValue.subtractingReportingOverflow(1) : quotient, operation)
    case .remainder:
      let remainder = remainder(a, b)
      return .integer(remainder != 0 && (remainder < 0) != (b < 0) ? remainder + b : remainder)
    case .power:
      return b < 0 ? try apply(.power, Double(a), Double(b)) : try power(a, b)
    }
  }

  /// The remainder with the sign of `a`; `Int.min % -1` would trap.
  private static func remainder(_ a: Int, _ b: Int) -> Int {
    a.remainderReportingOverflow(dividingBy: b).partialValue
  }

  private static func exact(
    _ result: (partialValue: Int, overflow: Bool), _ operation: ArithmeticOperator
  ) throws(EvaluationProblem) -> Value {
    guard !result.overflow else { throw .overflow(operation: operation.rawValue) }
    return .integer(result.partialValue)
  }

  /// `base` to a power that is not negative, by squaring.
  private static func power(_ base: Int, _ exponent: Int) throws(EvaluationProblem) -> Value {
    var result = 1
    var square = base
    var left = exponent
    while left > 0 {
      if left & 1 == 1 {
        let product = result.multipliedReportingOverflow(by: square)
        guard !product.overflow else { throw .overflow(operation: "**") }
        result = product.partialValue
      }
      left >>= 1
      guard left > 0 else { break }
      let next = square.multipliedReportingOverflow(by: square)
      guard !next.overflow else { throw .overflow(operation: "**") }
      square = next.partialValue
    }
    return .integer(result)
  }

  private static func apply(
    _ operation: ArithmeticOperator, _ a: Double, _ b: Double
  ) throws(EvaluationProblem) -> Value {
    if operation.divides, b == 0 { throw .divisionByZero }
    let result: Double
    switch operation {
    case .add: result = a + b
    case .subtract: result = a - b
    case .multiply: result = a * b
    case .divide: result = a / b
    case .floorDivide: result = floorDivision(a, b).quotient
    case .remainder: result = floorDivision(a, b).remainder
    case .power:
      if a == 0, b < 0 { throw .divisionByZero }
      if a < 0, a.isFinite, b.isFinite, b != b.rounded() { throw .fractionalPowerOfNegative }
      result = pow(a, b)
    }
    guard result.isFinite || !a.isFinite || !b.isFinite else {
      throw .overflow(operation: operation.rawValue)
    }
    return .number(result)
  }

  /// The quotient rounded down and a remainder with the sign of `b`, as CPython's `float_divmod`.
  private static func floorDivision(
    _ a: Double, _ b: Double
  ) -> (quotient: Double, remainder: Double) {
    var remainder = a.truncatingRemainder(dividingBy: b)
    var quotient = (a - remainder) / b
    if remainder == 0 {
      remainder = Double(signOf: b, magnitudeOf: 0)
    } else if (b < 0) != (remainder < 0) {
      remainder += b
      quotient -= 1
    }
    guard quotient != 0 else { return (Double(signOf: a / b, magnitudeOf: 0), remainder) }
    var floor = quotient.rounded(.down)
    if quotient - floor > 0.5 { floor += 1 }
    return (floor, remainder)
  }
}

extension Arithmetic {
  static func negated(_ value: Value) throws(EvaluationProblem) -> Value {
    if case .integer(let integer) = value {
      return try exact(Int(0).subtractingReportingOverflow(integer), .subtract)
    }
    guard let number = value.asNumber else { throw .missing("-") }
    return .number(-number)
  }

  static func magnitude(of value: Value) throws(EvaluationProblem) -> Value {
    if case .integer(let integer) = value {
      guard integer != Int.min else { throw .overflow(operation: "abs") }
      return .integer(abs(integer))
    }
    guard let number = value.asNumber else { throw .missing("abs") }
    return .number(number.magnitude)
  }

  /// The sum of numbers in their order: an integer where all are, 0 where there are none.
  static func sum(of values: [Value]) throws(EvaluationProblem) -> Value {
    var sum = Value.integer(0)
    for value in values {
      if value.isUnknown { return value }
      sum = try apply(.add, sum, value)
    }
    return sum
  }

  /// The type of a sum of numeric types: an integer where all are.
  static func joined(_ types: [ValueType]) -> ValueType {
    types.allSatisfy { $0 == .integer } ? .integer : .number
  }
}
