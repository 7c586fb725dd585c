/// A formula on one line, as one would type it: for anchors, window titles and other places that
/// hold no markup.
func formulaText(of node: MathNode) -> String {
  switch node {
  case .row(let nodes): nodes.map(formulaText).joined()
  case .identifier(let text, _), .number(let text), .text(let text): text
  case .symbol(let symbol): text(of: symbol)
  case .function(let name): name + " "
  case .space: " "
  case .fraction(let above, let below, _): "\(grouped(above))/\(grouped(below))"
  case .root(let inner, let index): "\(index.map(formulaText) ?? "")√\(grouped(inner))"
  case .scripts(let base, let sub, let sup, _):
    scripted(base, isOperator: base.isOperatorName) + (sub.map { "_" + grouped($0) } ?? "")
      + (sup.map { "^" + grouped($0) } ?? "") + (base.isOperatorName ? " " : "")
  case .accent(let inner, _, _), .underAccent(let inner, _), .lined(let inner, _),
    .styled(_, let inner):
    formulaText(of: inner)
  case .table(let table):
    table.rows.map { $0.map(formulaText).joined(separator: " ") }.joined(separator: "; ")
  }
}

private func text(of symbol: MathOperator) -> String {
  switch symbol.role {
  case .binary, .relation: " \(symbol.text) "
  case .punctuation: symbol.text + " "
  case .limitFunction: symbol.text + " "
  case .ordinary, .opening, .closing, .large, .integral: symbol.text
  }
}

private func grouped(_ node: MathNode) -> String {
  let text = trimmed(formulaText(of: node))
  return text.count > 1 ? "(\(text))" : text
}

/// What scripts stand at; the blank behind the name of an operator goes behind them.
private func scripted(_ base: MathNode, isOperator: Bool) -> String {
  isOperator ? trimmed(formulaText(of: base)) : formulaText(of: base)
}

private func trimmed(_ text: String) -> String {
  text.split(separator: " ").joined(separator: " ")
}

extension MathNode {
  /// Whether it is the name of a function, which a blank follows.
  fileprivate var isOperatorName: Bool {
    switch self {
    case .function: true
    case .symbol(let symbol): symbol.role == .limitFunction
    default: false
    }
  }
}
