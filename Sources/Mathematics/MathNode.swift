/// A formula as it is to be set, whatever language it was written in.
indirect enum MathNode: Sendable, Equatable {
  case row([MathNode])
  /// A letter in italics, or a word; `isUpright` keeps a single letter from slanting.
  case identifier(String, isUpright: Bool)
  case number(String)
  case symbol(MathOperator)
  /// The name of a function, which its argument follows.
  case function(String)
  case text(String)
  /// A blank of a width in ems.
  case space(String)
  case fraction(MathNode, MathNode, hasLine: Bool)
  case root(MathNode, index: MathNode?)
  case scripts(base: MathNode, sub: MathNode?, sup: MathNode?, areLimits: Bool)
  /// A mark above the base, such as a hat.
  case accent(MathNode, String, isStretched: Bool)
  /// A mark below the base.
  case underAccent(MathNode, String)
  /// A line above the base, or below it.
  case lined(MathNode, isAbove: Bool)
  case table(MathTable)
  /// As in a line of its own, or as in running text.
  case styled(isDisplayed: Bool, MathNode)
}

/// A character or word that MathML sets as an operator.
struct MathOperator: Sendable, Equatable {
  enum Role: Sendable {
    case ordinary
    case binary
    case relation
    case punctuation
    case opening
    case closing
    /// Sums and the like, whose limits stand above and below where there is room.
    case large
    case integral
    /// Functions such as `max`, whose limits stand likewise.
    case limitFunction
  }

  enum Size: Sendable, Equatable {
    case natural
    /// As tall as what it encloses.
    case grown
    /// A height in ems.
    case fixed(String)
  }

  let text: String
  let role: Role
  var size = Size.natural

  init(_ text: String, _ role: Role, size: Size = .natural) {
    self.text = text
    self.role = role
    self.size = size
  }
}

/// Rows and columns: matrices, cases, aligned equations.
struct MathTable: Sendable, Equatable {
  enum Column: String, Sendable {
    case left
    case centre
    case right
  }

  enum Style: String, Sendable {
    case matrix
    case cases
    /// Columns in pairs that touch: the right end of one at the left end of the next.
    case aligned
  }

  let style: Style
  let rows: [[MathNode]]
  /// The alignment of each column; those beyond repeat the last two.
  let columns: [Column]

  func column(_ index: Int) -> Column {
    if columns.indices.contains(index) { return columns[index] }
    guard style == .aligned else { return columns.last ?? .centre }
    return index.isMultiple(of: 2) ? .right : .left
  }
}
