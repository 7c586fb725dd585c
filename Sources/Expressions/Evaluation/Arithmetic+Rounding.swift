import Results

extension Arithmetic {
  /// The nearest integer, halves to even.
  static func rounded(_ value: Value) throws(EvaluationProblem) -> Value {
    if case .integer = value { return value }
    guard let number = value.asNumber, number.isFinite else {
      throw .notFinite(operation: "round")
    }
    guard let integer = Int(exactly: number.rounded(.toNearestOrEven)) else {
      throw .overflow(operation: "round")
    }
    return .integer(integer)
  }

  /// The number to `digits` decimals, judged by its exact binary value; digits may be negative.
  static func rounded(_ value: Value, digits: Int) throws(EvaluationProblem) -> Value {
    guard (-300...300).contains(digits) else { throw .unknownDigits(digits) }
    if case .integer(let integer) = value { return try rounded(integer, digits: digits) }
    guard let number = value.asNumber else { throw .missing("round") }
    guard number.isFinite, number != 0 else { return .number(number) }
    var decimal = Decimal(exactly: number)
    decimal.round(toDecimals: digits)
    guard let result = Double(decimal.scientific), result.isFinite else {
      throw .overflow(operation: "round")
    }
    return .number(number.sign == .minus ? -result : result)
  }

  private static func rounded(
    _ integer: Int, digits: Int
  ) throws(EvaluationProblem) -> Value {
    guard digits < 0 else { return .integer(integer) }
    var unit = 1
    for _ in 0..<(-digits) {
      let next = unit.multipliedReportingOverflow(by: 10)
      // Half of a unit beyond the integers exceeds all but the largest of them.
      guard !next.overflow else { return try roundedBeyond(integer, digits: digits) }
      unit = next.partialValue
    }
    let rest = ((integer % unit) + unit) % unit
    // How many whole units lie below, rounded down; `rest` is what is left over.
    let units = integer / unit - (integer < 0 && rest != 0 ? 1 : 0)
    let isUp = rest > unit - rest || (rest == unit - rest && units % 2 != 0)
    let result = (units + (isUp ? 1 : 0)).multipliedReportingOverflow(by: unit)
    guard !result.overflow else { throw .overflow(operation: "round") }
    return .integer(result.partialValue)
  }

  private static func roundedBeyond(
    _ integer: Int, digits: Int
  ) throws(EvaluationProblem) -> Value {
    guard digits == -19, integer.magnitude > 5_000_000_000_000_000_000 else { return .integer(0) }
    throw .overflow(operation: "round")
  }
}
