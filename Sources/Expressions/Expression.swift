package import Results

/// An expression of inline values and checks, such as `train.accuracy - dev.accuracy < 0.03`.
///
/// The language is names of steps and members, literals, arithmetic, comparison, `and`, `or`,
/// `not`, subscripts, and calls of a few documented methods and functions. Operators, their
/// precedence and their results are Python's, except that a condition must be a boolean and that
/// a result too large for its type is an error.
package struct Expression: Sendable, Equatable {
  /// The expression as written.
  package let text: String
  let root: Node

  /// Reads an expression; the error tells the offending characters of `text`.
  package init(parsing text: String) throws(ExpressionError) {
    self.text = text
    root = try Parser.tree(of: text)
  }

  /// The steps that the expression names, in the order they are written, each with its place.
  package var stepNames: [(name: String, range: Range<Int>)] {
    var names: [(name: String, range: Range<Int>)] = []
    func collect(_ node: Node) {
      if case .step(let name) = node.kind { names.append((name, node.range)) }
      node.kind.children.forEach(collect)
    }
    collect(root)
    return names
  }

  /// The members that the expression takes of steps, in the order they are written: the names from
  /// the step to each, and the place of the last of them.
  package var memberNames: [(path: [String], range: Range<Int>)] {
    var names: [(path: [String], range: Range<Int>)] = []
    @discardableResult func path(_ node: Node) -> [String]? {
      let paths = node.kind.children.map(path)
      switch node.kind {
      case .step(let name): return [name]
      case .group, .item: return paths[0]
      case .member(_, let name):
        guard let path = paths[0] else { return nil }
        names.append((path + [name.text], name.range))
        return path + [name.text]
      default: return nil
      }
    }
    path(root)
    return names
  }

  /// The type of the value, and whether every name and operand fits, before anything is computed.
  ///
  /// `steps` are the steps of the notebook, each a record of the values it yields. The error holds
  /// every problem found, in the order of the text.
  package func type(in steps: StepSchema) throws(ExpressionErrors) -> ValueType {
    var checker = TypeChecker(steps: steps)
    let type = checker.type(of: root)
    guard let type, checker.errors.isEmpty else { throw ExpressionErrors(checker.errors) }
    return type
  }

  /// Finds what is wrong with the expression as a claim, which must be true or false.
  package func checkClaim(in steps: StepSchema) throws(ExpressionErrors) {
    let type = try type(in: steps)
    guard type == .boolean else {
      throw ExpressionErrors([ExpressionError(.claimIsNotBoolean(type), at: root.range)])
    }
  }

  /// The value, from the values of steps; an unknown one among them makes the result unknown.
  package func evaluate(
    in values: (String) -> Value?
  ) throws(ExpressionError) -> Value {
    try withoutActuallyEscaping(values) { values throws(ExpressionError) in
      try Evaluator(steps: values).value(of: root)
    }
  }

  /// Each value of a step that the expression names, as written, once, in order of appearance.
  ///
  /// `train.accuracy - dev.accuracy < 0.03` rests on `train.accuracy` and `dev.accuracy`. Values
  /// that cannot be computed are left out.
  package func evidence(
    in values: (String) -> Value?
  ) -> [(expression: String, value: Value)] {
    withoutActuallyEscaping(values) { values in
      let evaluator = Evaluator(steps: values)
      let characters = Array(text)
      var evidence: [(expression: String, value: Value)] = []
      for node in root.chains {
        let written = String(characters[node.range])
        if evidence.contains(where: { $0.expression == written }) { continue }
        guard let value = try? evaluator.value(of: node) else { continue }
        evidence.append((written, value))
      }
      return evidence
    }
  }
}

extension Node {
  /// The longest chains of members, calls and subscripts that begin at a step.
  fileprivate var chains: [Node] {
    if case .group(let inner) = kind { return inner.chains }
    return beginsAtStep ? [self] : kind.children.flatMap(\.chains)
  }

  private var beginsAtStep: Bool {
    switch kind {
    case .step: true
    case .group(let inner): inner.beginsAtStep
    case .member(let receiver, _), .method(let receiver, _, _), .item(let receiver, _):
      receiver.beginsAtStep
    default: false
    }
  }
}
