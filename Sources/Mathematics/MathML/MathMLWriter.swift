/// Writes nodes as MathML Core (W3C), the part of MathML that browsers set.
///
/// Spacing comes from the browsers' own dictionary of operators; attributes say only what differs.
struct MathMLWriter {
  private var markup = ""
  /// Levels of sub- and superscripts, in which operators stand close.
  private(set) var scriptLevel = 0

  /// The element `math`.
  static func math(_ node: MathNode, isDisplayed: Bool) -> String {
    var writer = MathMLWriter()
    writer.row(node)
    return "<math\(isDisplayed ? " display=\"block\"" : "")>\(writer.markup)</math>"
  }

  // MARK: - Rows

  /// A node whose parent takes any number of elements.
  private mutating func row(_ node: MathNode, startsWithInfix: Bool = false) {
    guard case .row(let nodes) = node else { return write(node) }
    var before: MathNode? = startsWithInfix ? .row([]) : nil
    for (index, node) in nodes.enumerated() {
      let next = index + 1 < nodes.count ? nodes[index + 1] : nil
      if node.isFunction, let before, before.wantsSpace { space("0.1667em") }
      if case .symbol(let symbol) = node, symbol.isSign, before?.endsOperand ?? true == false {
        sign(symbol)
      } else if case .symbol(let symbol) = node, symbol.isSign, startsWithInfix, index == 0 {
        element("mo", " form=\"infix\"", symbol.text)
      } else {
        write(node)
      }
      if node.isFunction, let next {
        markup += "<mo>\u{2061}</mo>"
        if next.wantsSpaceBefore { space("0.1667em") }
      }
      before = node
    }
  }

  /// A sign before its operand.
  private mutating func sign(_ symbol: MathOperator) {
    element("mo", " form=\"prefix\"", symbol.text)
  }

  /// A node whose parent takes a fixed number of elements.
  private mutating func single(_ node: MathNode) {
    if case .row(let nodes) = node, nodes.count != 1 {
      markup += "<mrow>"
      row(node)
      markup += "</mrow>"
    } else {
      row(node)
    }
  }

  private mutating func script(_ node: MathNode) {
    scriptLevel += 1
    single(node)
    scriptLevel -= 1
  }

  mutating func element(_ name: String, _ attributes: String, _ text: String) {
    markup += "<\(name)\(attributes)>\(Self.escaped(text))</\(name)>"
  }

  private mutating func space(_ width: String) { markup += "<mspace width=\"\(width)\"/>" }

  private mutating func wrap(
    _ name: String, _ attributes: String = "", _ write: (inout Self) -> Void
  ) {
    markup += "<\(name)\(attributes)>"
    write(&self)
    markup += "</\(name)>"
  }

  // MARK: - Nodes

  private mutating func write(_ node: MathNode) {
    switch node {
    case .row: wrap("mrow") { $0.row(node) }
    case .identifier(let text, let isUpright):
      let isSingle = text.unicodeScalars.count == 1
      element("mi", isUpright && isSingle ? " mathvariant=\"normal\"" : "", text)
    case .number(let text): element("mn", "", text)
    case .symbol(let symbol): write(symbol)
    case .function(let name): element("mi", name.count == 1 ? " mathvariant=\"normal\"" : "", name)
    case .text(let text): element("mtext", "", Self.withHardBlanks(text))
    case .space(let width): space(width)
    case .fraction(let above, let below, let hasLine):
      wrap("mfrac", hasLine ? "" : " linethickness=\"0\"") {
        $0.single(above)
        $0.single(below)
      }
    case .root(let inner, let index?):
      wrap("mroot") {
        $0.single(inner)
        $0.script(index)
      }
    case .root(let inner, nil): wrap("msqrt") { $0.row(inner) }
    case .scripts(let base, let sub, let sup, let areLimits):
      scripts(base, sub, sup, areLimits)
    case .accent(let inner, let mark, let isStretched):
      accent("mover", " accent=\"true\"", inner, mark, isStretched ? "" : " stretchy=\"false\"")
    case .underAccent(let inner, let mark):
      accent("munder", "", inner, mark, " stretchy=\"true\"")
    // Fonts without mathematics do not stretch a bar.
    case .lined(let inner, let isAbove):
      wrap("mrow", " class=\"\(isAbove ? "line-above" : "line-below")\"") { $0.row(inner) }
    case .table(let table): write(table)
    case .styled(let isDisplayed, let inner):
      wrap("mstyle", " displaystyle=\"\(isDisplayed)\" scriptlevel=\"0\"") { $0.row(inner) }
    }
  }

  private mutating func accent(
    _ name: String, _ attributes: String, _ inner: MathNode, _ mark: String,
    _ markAttributes: String
  ) {
    wrap(name, attributes) {
      $0.single(inner)
      $0.element("mo", markAttributes, mark)
    }
  }

  private mutating func scripts(
    _ base: MathNode, _ sub: MathNode?, _ sup: MathNode?, _ areLimits: Bool
  ) {
    let name: String =
      switch (sub == nil, sup == nil) {
      case (false, false): areLimits ? "munderover" : "msubsup"
      case (false, true): areLimits ? "munder" : "msub"
      default: areLimits ? "mover" : "msup"
      }
    wrap(name) { writer in
      writer.single(base)
      if let sub { writer.script(sub) }
      if let sup { writer.script(sup) }
    }
  }

  private mutating func write(_ table: MathTable) {
    let isDisplayed = table.style == .aligned
    wrap(
      "mtable", " class=\"\(table.style.rawValue)\"\(isDisplayed ? " displaystyle=\"true\"" : "")"
    ) {
      for cells in table.rows {
        $0.wrap("mtr") { writer in
          for (index, cell) in cells.enumerated() {
            let column = table.column(index)
            writer.wrap("mtd", column == .centre ? "" : " class=\"\(column.rawValue)\"") {
              $0.row(cell, startsWithInfix: isDisplayed && !index.isMultiple(of: 2))
            }
          }
        }
      }
    }
  }
}
