import Results

/// A part of an expression, with its place in the text.
struct Node: Sendable, Equatable {
  indirect enum Kind: Sendable, Equatable {
    case literal(Value)
    /// A step's name.
    case step(String)
    case member(of: Node, Name)
    case method(of: Node, Name, [Node])
    case item(of: Node, at: Node)
    case function(Name, [Node])
    /// An argument with its name: `iteration: 250`.
    case labelled(Name, Node)
    case sign(isNegative: Bool, Node)
    case not(Node)
    /// A part in parentheses.
    case group(Node)
    case arithmetic(ArithmeticOperator, Node, Node)
    /// `a < b <= c` holds where every neighbouring pair does.
    case comparison(Node, [Link])
    case logic(isAnd: Bool, Node, Node)
  }

  /// A written name with its place.
  struct Name: Sendable, Equatable {
    let text: String
    let range: Range<Int>
  }

  /// One comparison of a chain and its right side.
  struct Link: Sendable, Equatable {
    let comparison: Comparison
    let right: Node
  }

  let kind: Kind
  let range: Range<Int>
  /// The number of nodes on the longest way down, so that no walk can exhaust the stack.
  let height: Int

  init(_ kind: Kind, at range: Range<Int>) {
    self.kind = kind
    self.range = range
    height = 1 + (kind.children.map(\.height).max() ?? 0)
  }
}

extension Node.Kind {
  /// The parts in the order they are written.
  var children: [Node] {
    switch self {
    case .literal, .step: []
    case .member(let receiver, _): [receiver]
    case .method(let receiver, _, let arguments): [receiver] + arguments
    case .item(let list, let index): [list, index]
    case .function(_, let arguments): arguments
    case .sign(_, let operand), .not(let operand), .group(let operand), .labelled(_, let operand):
      [operand]
    case .arithmetic(_, let left, let right), .logic(_, let left, let right): [left, right]
    case .comparison(let first, let links): [first] + links.map(\.right)
    }
  }
}

/// An operation on two numbers.
enum ArithmeticOperator: String, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case floorDivide = "//"
  case remainder = "%"
  case power = "**"

  /// Whether a right side of zero has no result.
  var divides: Bool { [.divide, .floorDivide, .remainder].contains(self) }
}

/// A comparison of two values.
enum Comparison: String, Sendable {
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "=="
  case notEqual = "!="

  /// Whether it asks only for sameness, which values without an order have too.
  var isEquality: Bool { self == .equal || self == .notEqual }
}
