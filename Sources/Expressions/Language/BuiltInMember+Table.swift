import Results

// The members of proportions, confusion matrices, lists and text.

extension BuiltInMember {
  static let proportionMembers = [
    proportion("value", .number, "The share itself, 0 to 1.") { .number($0.value) },
    proportion("low", .number, "The lower end of its 95 % Wilson interval.") { .number($0.low) },
    proportion("high", .number, "The upper end of its 95 % Wilson interval.") { .number($0.high) },
    proportion("count", .integer, "How many have the property.") { .integer($0.count) },
    proportion("total", .integer, "The size of the whole.") { .integer($0.total) },
  ]

  static let confusionMembers = [
    confusion("classes", [], .integer, "How many classes there are.") { matrix, _ in
      .integer(matrix.classes)
    },
    confusion("total", [], .integer, "How many examples were read.") { matrix, _ in
      .integer(matrix.total)
    },
    confusion("correct", [], .integer, "How many were read as what they are.") { matrix, _ in
      .integer(matrix.correct)
    },
    confusion(
      "count", ["true", "predicted"], .integer, "How many of a class were read as another."
    ) { matrix, classes in
      .integer(matrix.counts[classes[0]][classes[1]])
    },
    confusion("support", ["class"], .integer, "How many there are of a class.") {
      .integer($0.support($1[0]))
    },
    confusion("predicted", ["class"], .integer, "How many were read as a class.") {
      .integer($0.predicted($1[0]))
    },
    confusion(
      "precision", ["class"], .proportion, "Of those read as a class, the share that are."
    ) { matrix, classes in
      matrix.precision(classes[0]).map(Value.proportion)
        ?? .unknown(because: "nothing was read as class \(matrix.name(classes[0]))")
    },
    confusion("recall", ["class"], .proportion, "Of those of a class, the share read as it.") {
      matrix, classes in
      matrix.recall(classes[0]).map(Value.proportion)
        ?? .unknown(because: "there is nothing of class \(matrix.name(classes[0]))")
    },
    confusion("f1", ["class"], .number, "The harmonic mean of precision and recall.") {
      matrix, classes in
      matrix.f1(classes[0]).map(Value.number)
        ?? .unknown(because: "class \(matrix.name(classes[0])) never occurs")
    },
    confusion(
      "rank", ["a", "b"], .integer, "The place of a pair among all pairs by confusion, from 1."
    ) { matrix, classes throws(EvaluationProblem) in
      guard let rank = matrix.rank(classes[0], classes[1]) else {
        throw .sameClass(classes[0])
      }
      return .integer(rank)
    },
    confusion("pairs", [], .list(pair), "Every pair of classes, most confused first.") {
      matrix, _ in .list(matrix.pairs.map(\.record))
    },
  ]

  private static let pair = ValueType.record([
    .init("first", .integer, "The smaller class."),
    .init("second", .integer, "The larger class."),
    .init("count", .integer, "How many were taken for one another."),
    .init("first-as-second", .integer, "How many of the first were read as the second."),
    .init("second-as-first", .integer, "How many of the second were read as the first."),
  ])

  static let listMembers = [
    list("count", { _ in .integer }, "How many items there are.") { .integer($0.count) },
    list("first", { $0 }, "The first item.") { items throws(EvaluationProblem) in
      guard let first = items.first else { throw .emptyList(member: "first") }
      return first
    },
    list("last", { $0 }, "The last item.") { items throws(EvaluationProblem) in
      guard let last = items.last else { throw .emptyList(member: "last") }
      return last
    },
    moment,
    list("max", \.ifNumeric, "The largest of numbers.") { items throws(EvaluationProblem) in
      guard let max = Arithmetic.extreme(of: items, by: .greater) else {
        throw .emptyList(member: "max")
      }
      return max
    },
    list("min", \.ifNumeric, "The smallest of numbers.") { items throws(EvaluationProblem) in
      guard let min = Arithmetic.extreme(of: items, by: .less) else {
        throw .emptyList(member: "min")
      }
      return min
    },
    list("sum", \.ifNumeric?.asSum, "The sum of numbers.") { items throws(EvaluationProblem) in
      try Arithmetic.sum(of: items)
    },
    list("mean", { $0.isNumeric ? .number : nil }, "The mean of numbers.") {
      items throws(EvaluationProblem) in
      guard !items.isEmpty else { throw .emptyList(member: "mean") }
      return try Arithmetic.apply(
        .divide, Arithmetic.sum(of: items), .integer(items.count))
    },
  ]

  /// What a history has beside: its argument is no class, so that it is checked and computed apart.
  static let moment = BuiltInMember(
    receiver: .list, name: Moment.method, parameters: ["share"],
    summary: "Of a history: the entry at a share of the training, 0 to 1; or at(iteration: 250).",
    type: { type in
      guard type.isHistory, case .list(let entry) = type else { return nil }
      return entry
    }
  ) { _, _ throws(EvaluationProblem) in throw .missing(Moment.method) }

  static let textMembers = [
    BuiltInMember(
      receiver: .text, name: "count", parameters: [], summary: "How many characters it has.",
      type: { _ in .integer }
    ) { receiver, _ throws(EvaluationProblem) in
      guard case .text(let text) = receiver else { throw .missing("count") }
      return .integer(text.count)
    }
  ]
}
