import Results

extension Parser {
  /// An operand with the members, calls and subscripts that follow it.
  mutating func postfix() throws(ExpressionError) -> Node {
    var node = try operand()
    while true {
      let start = node.range.lowerBound
      let opening = current
      if take(.dot) {
        let name = try memberName()
        if current.kind == .symbol(.openParenthesis) {
          let (arguments, end) = try self.arguments()
          node = Node(.method(of: node, name, arguments), at: start..<end)
        } else {
          node = Node(.member(of: node, name), at: start..<name.range.upperBound)
        }
      } else if take(.openBracket) {
        let index = try expression(.or)
        let end = try close(.closeBracket, opening)
        node = Node(.item(of: node, at: index), at: start..<end)
      } else {
        return node
      }
      node = try checked(node)
    }
  }

  private mutating func memberName() throws(ExpressionError) -> Node.Name {
    guard case .name(let text) = current.kind else { throw unexpected() }
    defer { advance() }
    return Node.Name(text: text, range: current.range)
  }

  private mutating func operand() throws(ExpressionError) -> Node {
    let token = current
    let literal: Value
    switch token.kind {
    case .integer(let integer): literal = .integer(integer)
    case .number(let number): literal = .number(number)
    case .text(let text): literal = .text(text)
    case .symbol(.true): literal = .boolean(true)
    case .symbol(.false): literal = .boolean(false)
    case .name(let name): return try named(Node.Name(text: name, range: token.range))
    case .symbol(.openParenthesis):
      advance()
      let inner = try expression(.or)
      let end = try close(.closeParenthesis, token)
      return try checked(Node(.group(inner), at: token.range.lowerBound..<end))
    default: throw unexpected()
    }
    advance()
    return Node(.literal(literal), at: token.range)
  }

  private mutating func named(_ name: Node.Name) throws(ExpressionError) -> Node {
    advance()
    guard current.kind == .symbol(.openParenthesis) else {
      return Node(.step(name.text), at: name.range)
    }
    let (arguments, end) = try self.arguments()
    return try checked(Node(.function(name, arguments), at: name.range.lowerBound..<end))
  }

  /// Arguments in parentheses, and the place just past the closing one.
  private mutating func arguments() throws(ExpressionError) -> ([Node], end: Int) {
    let opening = current
    advance()
    var arguments: [Node] = []
    if current.kind != .symbol(.closeParenthesis) {
      repeat {
        arguments.append(try argument())
      } while take(.comma)
    }
    return (arguments, try close(.closeParenthesis, opening))
  }

  /// An argument, perhaps behind its name and a colon.
  private mutating func argument() throws(ExpressionError) -> Node {
    let start = current.range
    let first = try expression(.or)
    guard current.kind == .symbol(.colon), case .step(let name) = first.kind else { return first }
    advance()
    let value = try expression(.or)
    return try checked(
      Node(
        .labelled(Node.Name(text: name, range: start), value),
        at: start.lowerBound..<value.range.upperBound))
  }

  /// Passes the closing bracket of `opening` and returns the place just past it.
  private mutating func close(
    _ symbol: Symbol, _ opening: Token
  ) throws(ExpressionError) -> Int {
    let end = current.range.upperBound
    if take(symbol) { return end }
    guard current.kind == .end else { throw unexpected() }
    throw ExpressionError(
      .unclosed(opening.kind.spelling, with: symbol.rawValue), at: opening.range)
  }
}
