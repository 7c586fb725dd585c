import Results

/// Reads tokens into a tree by precedence climbing; precedences are Python's.
struct Parser {
  /// How tightly operators bind, loosest first.
  enum Precedence: Int, Comparable, CaseIterable {
    case or, and, not, comparison, sum, product, sign, power

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// No expression may nest deeper, or be longer: neither happens by intent.
  static let maximumDepth = 100
  static let maximumLength = 4_000

  private var tokens: [Token]
  private var position = 0
  private var depth = 0

  /// The tree of a whole text.
  static func tree(of text: String) throws(ExpressionError) -> Node {
    guard text.count <= maximumLength else {
      throw ExpressionError(.tooLong(limit: maximumLength), at: 0..<text.count)
    }
    var parser = Parser(tokens: try Lexer.tokens(of: text))
    guard parser.current.kind != .end else {
      throw ExpressionError(.empty, at: 0..<text.count)
    }
    let node = try parser.expression(.or)
    guard parser.current.kind == .end else { throw parser.unexpected() }
    return node
  }

  private init(tokens: [Token]) {
    self.tokens = tokens
  }

  var current: Token { tokens[position] }

  func unexpected() -> ExpressionError {
    let previous = position > 0 ? tokens[position - 1] : nil
    if previous?.kind == .symbol(.remainder) {
      let number = position > 1 ? tokens[position - 2].kind.number : nil
      return ExpressionError(
        .percentage(current.kind.spelling, of: number), at: current.range)
    }
    return ExpressionError(
      .unexpected(current.kind.spelling, after: previous?.kind.spelling), at: current.range)
  }

  mutating func advance() {
    // The last token is `.end`, which is never passed.
    position = min(position + 1, tokens.count - 1)
  }

  /// Passes `symbol` if it comes next.
  mutating func take(_ symbol: Symbol) -> Bool {
    guard current.kind == .symbol(symbol) else { return false }
    advance()
    return true
  }

  func checked(_ node: Node) throws(ExpressionError) -> Node {
    guard node.height <= Self.maximumDepth else {
      throw ExpressionError(.tooDeep(limit: Self.maximumDepth), at: node.range)
    }
    return node
  }

  /// An expression whose operators bind at least as tightly as `precedence`.
  mutating func expression(_ precedence: Precedence) throws(ExpressionError) -> Node {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else {
      throw ExpressionError(.tooDeep(limit: Self.maximumDepth), at: current.range)
    }
    var left = try prefix(precedence)
    while case .symbol(let symbol) = current.kind, let binding = symbol.precedence,
      binding >= precedence
    {
      left = try checked(
        binding == .comparison ? comparison(after: left) : operation(symbol, binding, after: left))
    }
    return left
  }

  private mutating func operation(
    _ symbol: Symbol, _ binding: Precedence, after left: Node
  ) throws(ExpressionError) -> Node {
    advance()
    // A power takes its right side whole (`2 ** -1`, `2 ** 3 ** 2`), the others group to the left.
    let rightPrecedence = binding == .power ? .sign : Precedence(rawValue: binding.rawValue + 1)
    let right = try expression(rightPrecedence ?? .power)
    let range = left.range.lowerBound..<right.range.upperBound
    if let arithmetic = ArithmeticOperator(rawValue: symbol.rawValue) {
      return Node(.arithmetic(arithmetic, left, right), at: range)
    }
    return Node(.logic(isAnd: symbol == .and, left, right), at: range)
  }

  private mutating func comparison(after first: Node) throws(ExpressionError) -> Node {
    var links: [Node.Link] = []
    while case .symbol(let symbol) = current.kind,
      let comparison = Comparison(rawValue: symbol.rawValue)
    {
      advance()
      links.append(Node.Link(comparison: comparison, right: try expression(.sum)))
    }
    let end = links.last?.right.range.upperBound ?? first.range.upperBound
    return Node(.comparison(first, links), at: first.range.lowerBound..<end)
  }

  /// A sign or `not` with its operand, or an operand alone.
  private mutating func prefix(_ precedence: Precedence) throws(ExpressionError) -> Node {
    let start = current.range
    switch current.kind {
    case .symbol(.minus), .symbol(.plus):
      let isNegative = current.kind == .symbol(.minus)
      advance()
      let operand = try expression(.sign)
      let range = start.lowerBound..<operand.range.upperBound
      return try checked(Node(.sign(isNegative: isNegative, operand), at: range))
    case .symbol(.not):
      guard precedence <= .not else { throw ExpressionError(.notNeedsParentheses, at: start) }
      advance()
      let operand = try expression(.not)
      return try checked(Node(.not(operand), at: start.lowerBound..<operand.range.upperBound))
    default:
      return try postfix()
    }
  }
}

extension Symbol {
  /// How tightly an operator between two operands binds; `nil` for all else.
  var precedence: Parser.Precedence? {
    switch self {
    case .or: .or
    case .and: .and
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual: .comparison
    case .plus, .minus: .sum
    case .multiply, .divide, .floorDivide, .remainder: .product
    case .power: .power
    default: nil
    }
  }
}
