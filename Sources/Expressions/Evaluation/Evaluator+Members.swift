import Results

extension Evaluator {
  func member(
    _ name: Node.Name, of receiver: Value, _ arguments: [Value]
  ) throws(ExpressionError) -> Value {
    if let unknown = ([receiver] + arguments).first(where: \.isUnknown) { return unknown }
    if case .record(let fields) = receiver {
      guard let field = fields.first(where: { $0.name == name.text }) else {
        throw ExpressionError(.failed(.missing(name.text)), at: name.range)
      }
      return field.value
    }
    guard let kind = BuiltInMember.Receiver(receiver),
      let member = BuiltInMember.named(name.text, of: kind), member.isMember(of: receiver)
    else { return try column(name, of: receiver) }
    do throws(EvaluationProblem) {
      let classes = try classes(arguments, of: receiver)
      guard classes.count == member.parameters.count else {
        throw EvaluationProblem.missing(name.text)
      }
      return try member.value(receiver, classes)
    } catch {
      throw ExpressionError(.failed(error), at: name.range)
    }
  }

  /// The numbers of classes, which may be said by their names.
  func classes(_ arguments: [Value], of receiver: Value) throws(EvaluationProblem) -> [Int] {
    var classes: [Int] = []
    for argument in arguments {
      switch (argument, receiver) {
      case (.integer(let number), _): classes.append(number)
      case (.text(let name), .confusion(let matrix)):
        guard let number = matrix.number(ofClass: name) else {
          throw .noClassCalled(name, names: matrix.names ?? [])
        }
        classes.append(number)
      default: break
      }
    }
    return classes
  }

  /// The member `name` of each record of a list.
  func column(_ name: Node.Name, of receiver: Value) throws(ExpressionError) -> Value {
    guard case .list(let items) = receiver else {
      throw ExpressionError(.failed(.missing(name.text)), at: name.range)
    }
    var column: [Value] = []
    for item in items { column.append(try member(name, of: item, [])) }
    return .list(column)
  }
}

extension BuiltInMember {
  /// Whether a value has the member: a list of records has none that is of numbers, so that a
  /// member of its records may be called as one.
  func isMember(of value: Value) -> Bool {
    guard case .record? = value.items?.first else { return true }
    return type(.list(.record([]))) != nil
  }
}

extension Value {
  var isUnknown: Bool {
    if case .unknown = self { true } else { false }
  }

  var asInteger: Int? {
    if case .integer(let integer) = self { integer } else { nil }
  }
}
