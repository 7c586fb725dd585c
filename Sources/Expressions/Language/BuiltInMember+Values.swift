import Results

// One maker a kind, so that the rows above state only what is particular to them.

extension BuiltInMember {
  static func proportion(
    _ name: String, _ type: ValueType, _ summary: String,
    value: @escaping @Sendable (Proportion) -> Value
  ) -> Self {
    BuiltInMember(
      receiver: .proportion, name: name, parameters: [], summary: summary, type: { _ in type }
    ) { receiver, _ throws(EvaluationProblem) in
      guard case .proportion(let proportion) = receiver else { throw .missing(name) }
      return value(proportion)
    }
  }

  /// `value` is only given classes that are in the matrix.
  static func confusion(
    _ name: String, _ parameters: [String], _ type: ValueType, _ summary: String,
    value: @escaping @Sendable (ConfusionMatrix, [Int]) throws(EvaluationProblem) -> Value
  ) -> Self {
    BuiltInMember(
      receiver: .confusion, name: name, parameters: parameters, summary: summary,
      type: { _ in type }
    ) { receiver, classes throws(EvaluationProblem) in
      guard case .confusion(let matrix) = receiver, classes.count == parameters.count else {
        throw .missing(name)
      }
      for c in classes where !matrix.counts.indices.contains(c) {
        throw .noSuchClass(c, classes: matrix.classes)
      }
      return try value(matrix, classes)
    }
  }

  /// `type` is given the items' type.
  static func list(
    _ name: String, _ type: @escaping @Sendable (ValueType) -> ValueType?, _ summary: String,
    value: @escaping @Sendable ([Value]) throws(EvaluationProblem) -> Value
  ) -> Self {
    BuiltInMember(
      receiver: .list, name: name, parameters: [], summary: summary,
      type: { receiver in
        guard case .list(let element) = receiver else { return nil }
        return type(element)
      }
    ) { receiver, _ throws(EvaluationProblem) in
      guard case .list(let items) = receiver else { throw .missing(name) }
      return try value(items)
    }
  }
}

extension ValueType {
  /// Whether arithmetic takes the value; a proportion counts as its number.
  var isNumeric: Bool {
    switch self {
    case .integer, .number, .proportion: true
    default: false
    }
  }

  var ifNumeric: ValueType? { isNumeric ? self : nil }
  var asSum: ValueType { self == .integer ? .integer : .number }
}

extension ConfusionMatrix.Pair {
  var record: Value {
    .record([
      Field("first", .integer(first)),
      Field("second", .integer(second)),
      Field("count", .integer(count)),
      Field("first-as-second", .integer(firstAsSecond)),
      Field("second-as-first", .integer(secondAsFirst)),
    ])
  }
}
