import Results

/// Finds the type of an expression, collecting what is wrong as it goes.
///
/// A part that is wrong has no type, and what is built on it is not complained about again.
struct TypeChecker {
  let steps: StepSchema
  private(set) var errors: [ExpressionError] = []
  /// The entries of histories that are named by a number written out.
  private(set) var entries: [HistoryEntryName] = []
  /// The items and classes that are named by a number written out.
  private(set) var places: [NumberedPlace] = []

  init(steps: StepSchema) {
    self.steps = steps
  }

  mutating func type(of node: Node) -> ValueType? {
    switch node.kind {
    case .literal(let value): value.literalType
    case .group(let inner): type(of: inner)
    case .step(let name): type(ofStep: name, at: node.range)
    case .member(let receiver, let name): type(ofMember: name, of: receiver)
    case .method(let receiver, let name, let arguments):
      type(ofMethod: name, of: receiver, arguments)
    case .item(let list, let index): type(ofItem: index, of: list, at: node.range)
    case .labelled(let name, _): note(.unknownLabel(name.text), at: name.range)
    case .function(let name, let arguments):
      type(ofFunction: name, arguments, at: node.range)
    case .sign(let isNegative, let operand):
      numeric(operand, for: isNegative ? "-" : "+")?.withoutProportion
    case .not(let operand): boolean([operand], for: "not")
    case .logic(let isAnd, let left, let right):
      boolean([left, right], for: isAnd ? "and" : "or")
    case .arithmetic(let operation, let left, let right): type(of: operation, left, right)
    case .comparison(let first, let links): type(ofComparison: first, links)
    }
  }

  mutating func note(_ problem: ExpressionError.Problem, at range: Range<Int>) -> ValueType? {
    errors.append(ExpressionError(problem, at: range))
    return nil
  }

  /// Notes an entry of a history, with the step where the history is a value of one.
  mutating func noteEntry(
    _ place: HistoryEntryName.Place, of history: Node, at range: Range<Int>
  ) {
    var step: String?
    if case .member(let owner, _) = history.kind, case .step(let name) = owner.kind { step = name }
    entries.append(HistoryEntryName(step: step, place: place, range: range))
  }

  /// Notes an item or a class that is named by a number, where what has it is a value of a step.
  mutating func notePlace(
    _ kind: NumberedPlace.Kind, _ number: Node, of owner: Node, at range: Range<Int>
  ) {
    guard case .member(let receiver, let name) = owner.kind, case .step(let step) = receiver.kind,
      let place = number.literalNumber.flatMap({ Int(exactly: $0) })
    else { return }
    places.append(
      NumberedPlace(kind: kind, step: step, value: name.text, number: place, range: range))
  }

  private mutating func type(ofStep name: String, at range: Range<Int>) -> ValueType? {
    if let type = steps[name] { return type }
    return note(.unknownStep(name, hint: NameHint.hint(for: name, among: steps)), at: range)
  }

  private mutating func type(
    ofItem index: Node, of list: Node, at range: Range<Int>
  ) -> ValueType? {
    let listType = type(of: list)
    if let indexType = type(of: index), indexType != .integer {
      _ = note(
        .operandType(operation: "[ ]", expected: .integer, found: indexType), at: index.range)
    }
    guard let listType else { return nil }
    guard case .list(let element) = listType else {
      return note(.notAList(listType), at: list.range)
    }
    guard listType.isHistory else {
      notePlace(.item, index, of: list, at: range)
      return element
    }
    if let place = index.literalNumber.flatMap({ Int(exactly: $0) }) {
      noteEntry(.index(place), of: list, at: range)
    }
    return element
  }

  // MARK: Operators

  private mutating func numeric(_ operand: Node, for operation: String) -> ValueType? {
    guard let type = type(of: operand) else { return nil }
    guard type.isNumeric else {
      return note(
        .operandType(operation: operation, expected: .number, found: type), at: operand.range)
    }
    return type
  }

  private mutating func boolean(_ operands: [Node], for operation: String) -> ValueType? {
    for operand in operands {
      guard let type = type(of: operand), type != .boolean else { continue }
      _ = note(
        .operandType(operation: operation, expected: .boolean, found: type), at: operand.range)
    }
    return .boolean
  }

  private mutating func type(
    of operation: ArithmeticOperator, _ left: Node, _ right: Node
  ) -> ValueType? {
    let leftType = numeric(left, for: operation.rawValue)
    let rightType = numeric(right, for: operation.rawValue)
    if operation.divides, right.literalNumber == 0 {
      return note(.failed(.divisionByZero), at: right.range)
    }
    guard let leftType, let rightType else { return nil }
    switch operation {
    case .divide: return .number
    case .power:
      // The sign of an exponent that is computed is not known yet.
      let isWhole = (right.literalNumber ?? -1) >= 0
      return leftType == .integer && rightType == .integer && isWhole ? .integer : .number
    default: return Arithmetic.joined([leftType, rightType])
    }
  }

  private mutating func type(ofComparison first: Node, _ links: [Node.Link]) -> ValueType? {
    var (left, leftNode) = (type(of: first), first)
    for link in links {
      let right = type(of: link.right)
      if let left, let right {
        compare(
          left, right, by: link.comparison, at: first.range.lowerBound..<link.right.range.upperBound
        )
        compareShare(left, with: link.right)
        compareShare(right, with: leftNode)
      }
      (left, leftNode) = (right, link.right)
    }
    return .boolean
  }

  /// Notes a number written out that a share beside it cannot reach: percent are meant.
  private mutating func compareShare(_ type: ValueType, with other: Node) {
    guard type == .proportion, let number = other.literalNumber, !(-1...1).contains(number) else {
      return
    }
    _ = note(.beyondShares(number), at: other.range)
  }

  private mutating func compare(
    _ left: ValueType, _ right: ValueType, by comparison: Comparison, at range: Range<Int>
  ) {
    if left.isNumeric && right.isNumeric || left == .text && right == .text { return }
    guard left == .boolean, right == .boolean else {
      _ = note(.notComparable(left, right), at: range)
      return
    }
    if !comparison.isEquality { _ = note(.unordered(.boolean), at: range) }
  }
}

extension Node {
  /// The number that the node is, where it is a literal, perhaps signed.
  var literalNumber: Double? {
    switch kind {
    case .literal(let value): value.asNumber
    case .group(let inner): inner.literalNumber
    case .sign(let isNegative, let operand): operand.literalNumber.map { isNegative ? -$0 : $0 }
    default: nil
    }
  }
}

extension Value {
  /// The type of a value that can be written as a literal.
  fileprivate var literalType: ValueType? {
    switch self {
    case .boolean: .boolean
    case .integer: .integer
    case .number: .number
    case .text: .text
    default: nil
    }
  }
}

extension ValueType {
  /// The type that arithmetic sees: a proportion counts as its number.
  fileprivate var withoutProportion: ValueType { self == .proportion ? .number : self }
}
