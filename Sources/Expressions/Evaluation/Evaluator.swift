import Results

/// Computes the value of an expression from the values of steps.
///
/// An unknown operand makes a result unknown, with the first one's reason, except where `and` and
/// `or` are decided by their other side.
struct Evaluator {
  let steps: (String) -> Value?

  func value(of node: Node) throws(ExpressionError) -> Value {
    switch node.kind {
    case .literal(let value): return value
    case .group(let inner): return try value(of: inner)
    case .step(let name):
      guard let step = steps(name) else {
        throw ExpressionError(.failed(.missing(name)), at: node.range)
      }
      return step
    case .member(let receiver, let name): return try member(name, of: value(of: receiver), [])
    case .method(let receiver, let name, let arguments) where name.text == Moment.method:
      return try entry(of: receiver, name, arguments, in: node)
    case .method(let receiver, let name, let arguments):
      let receiver = try value(of: receiver)
      return try member(name, of: receiver, values(of: arguments))
    case .item(let list, let index): return try item(of: list, at: index, in: node)
    case .function(let name, let arguments): return try call(name, arguments, in: node)
    case .labelled(let name, _):
      throw ExpressionError(.unknownLabel(name.text), at: name.range)
    case .sign(let isNegative, let operand):
      return try apply(in: node, to: [operand]) { values throws(EvaluationProblem) in
        isNegative
          ? try Arithmetic.negated(values[0]) : values[0].withoutProportion
      }
    case .arithmetic(let operation, let left, let right):
      return try apply(in: node, to: [left, right]) { values throws(EvaluationProblem) in
        try Arithmetic.apply(operation, values[0], values[1])
      }
    case .comparison(let first, let links): return try compare(first, links, in: node)
    case .not(let operand):
      let value = try value(of: operand)
      guard case .boolean(let boolean) = value else { return value }
      return .boolean(!boolean)
    case .logic(let isAnd, let left, let right): return try decide(isAnd: isAnd, left, right)
    }
  }

  private func values(of nodes: [Node]) throws(ExpressionError) -> [Value] {
    var values: [Value] = []
    for node in nodes { values.append(try value(of: node)) }
    return values
  }

  /// The entry of a history at a moment.
  ///
  /// A share is one of the iterations of the training, which stand beside its history.
  private func entry(
    of history: Node, _ name: Node.Name, _ arguments: [Node], in node: Node
  ) throws(ExpressionError) -> Value {
    guard arguments.count == 1, let argument = arguments.first else {
      throw ExpressionError(.failed(.missing(name.text)), at: name.range)
    }
    var owner: Value?
    if case .member(let training, _) = history.kind { owner = try value(of: training) }
    let iterations = owner?["iterations"]?.asInteger
    var moment = argument
    var isIteration = false
    if case .labelled(let label, let inner) = argument.kind {
      guard label.text == Moment.label else {
        throw ExpressionError(.unknownLabel(label.text), at: label.range)
      }
      (moment, isIteration) = (inner, true)
    }
    return try apply(in: node, to: [history, moment]) { values throws(EvaluationProblem) in
      guard case .list(let entries) = values[0] else { throw .missing(name.text) }
      if isIteration, case .integer(let iteration) = values[1] {
        return try Moment.iteration(iteration).entry(of: entries, iterations: iterations)
      }
      guard let share = values[1].asNumber else { throw .missing(name.text) }
      return try Moment.share(share).entry(of: entries, iterations: iterations)
    }
  }

  /// Applies an operation to the operands' values, or passes on the first unknown one.
  private func apply(
    in node: Node, to operands: [Node],
    _ operation: ([Value]) throws(EvaluationProblem) -> Value
  ) throws(ExpressionError) -> Value {
    let values = try values(of: operands)
    if let unknown = values.first(where: \.isUnknown) { return unknown }
    do {
      return try operation(values)
    } catch {
      throw ExpressionError(.failed(error), at: node.range)
    }
  }

  private func call(
    _ name: Node.Name, _ arguments: [Node], in node: Node
  ) throws(ExpressionError) -> Value {
    guard let function = BuiltInFunction.named(name.text),
      function.argumentCounts.contains(arguments.count)
    else { throw ExpressionError(.failed(.missing(name.text)), at: name.range) }
    return try apply(in: node, to: arguments) { values throws(EvaluationProblem) in
      try function.value(function.operands(values))
    }
  }

  private func item(
    of list: Node, at index: Node, in node: Node
  ) throws(ExpressionError) -> Value {
    try apply(in: node, to: [list, index]) { values throws(EvaluationProblem) in
      guard case .list(let items) = values[0], case .integer(let index) = values[1] else {
        throw .missing("[ ]")
      }
      let place = index < 0 ? index + items.count : index
      guard items.indices.contains(place) else {
        throw .indexOutOfRange(index, count: items.count)
      }
      return items[place]
    }
  }

  private func compare(
    _ first: Node, _ links: [Node.Link], in node: Node
  ) throws(ExpressionError) -> Value {
    var left = try value(of: first)
    if left.isUnknown { return left }
    for link in links {
      let right = try value(of: link.right)
      if right.isUnknown { return right }
      guard let holds = Arithmetic.compare(left, right, by: link.comparison) else {
        throw ExpressionError(.failed(.missing(link.comparison.rawValue)), at: node.range)
      }
      if !holds { return .boolean(false) }
      left = right
    }
    return .boolean(true)
  }

  private func decide(
    isAnd: Bool, _ left: Node, _ right: Node
  ) throws(ExpressionError) -> Value {
    let deciding = Value.boolean(!isAnd)
    let left = try value(of: left)
    if left == deciding { return deciding }
    let right = try value(of: right)
    return right == deciding || !left.isUnknown ? right : left
  }
}
