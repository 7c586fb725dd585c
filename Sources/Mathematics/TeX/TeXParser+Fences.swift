extension TeXParser {
  /// `\left( … \middle| … \right)`: delimiters as tall as what stands between them.
  mutating func fence(_ left: TeXToken) throws(FormulaProblem) -> MathNode {
    var nodes: [MathNode] = []
    append(try delimiter(of: left, size: .grown, role: .opening), to: &nodes)
    while true {
      let inner = try deeper(left.range) { parser throws(FormulaProblem) in try parser.row() }
      if case .row(let row) = inner { nodes += row } else { nodes.append(inner) }
      guard token.isCommand("middle") else { break }
      let middle = next()
      append(try delimiter(of: middle, size: .grown, role: .relation), to: &nodes)
    }
    guard token.isCommand("right") else {
      throw FormulaProblem(
        "'\\left' that is not closed", at: left.range,
        help: "write \\right) at its end, or \\right.")
    }
    append(try delimiter(of: next(), size: .grown, role: .closing), to: &nodes)
    return .row(nodes)
  }

  private func append(_ delimiter: MathOperator, to nodes: inout [MathNode]) {
    if !delimiter.text.isEmpty { nodes.append(.symbol(delimiter)) }
  }

  /// The delimiter behind `\left` and the like; without text for a full stop, which stands for none.
  mutating func delimiter(
    of command: TeXToken, size: MathOperator.Size, role: MathOperator.Role
  ) throws(FormulaProblem) -> MathOperator {
    let token = next()
    let text: String? =
      switch token.kind {
      case .character("."): ""
      case .character("<"): "⟨"
      case .character(">"): "⟩"
      case .character(let character) where "()[]|/⟨⟩⌊⌋⌈⌉".contains(character): String(character)
      case .command(let name): Self.delimiter(named: name)
      case .character, .end: nil
      }
    guard let text else {
      throw FormulaProblem(
        "no bracket behind '\\\(Self.name(of: command))'", at: command.range,
        help: "write one of ( ) [ ] \\{ \\} | \\| \\langle \\rangle, or a full stop for none")
    }
    return MathOperator(text, role, size: size)
  }

  private static func name(of token: TeXToken) -> String {
    if case .command(let name) = token.kind { name } else { "" }
  }

  private static func delimiter(named name: String) -> String? {
    let plain = ["|", "vert", "Vert", "backslash", "uparrow", "downarrow"]
    switch TeXSymbol.all[name] {
    case .symbol(let text, .opening), .symbol(let text, .closing): return text
    case .symbol(let text, _) where plain.contains(name): return text
    default: return nil
    }
  }

  /// Heights of `\big` and its kin, as LaTeX has them.
  static let sizes: [String: (height: String, role: MathOperator.Role)] = {
    var sizes: [String: (height: String, role: MathOperator.Role)] = [:]
    let heights = [("big", "1.2em"), ("Big", "1.8em"), ("bigg", "2.4em"), ("Bigg", "3em")]
    for (name, height) in heights {
      sizes[name] = (height, .ordinary)
      sizes[name + "l"] = (height, .opening)
      sizes[name + "r"] = (height, .closing)
      sizes[name + "m"] = (height, .relation)
    }
    return sizes
  }()

  static func fenced(_ node: MathNode, _ open: String, _ close: String) -> MathNode {
    let fences = [(open, MathOperator.Role.opening), (close, .closing)].map { text, role in
      text.isEmpty ? [] : [MathNode.symbol(MathOperator(text, role, size: .grown))]
    }
    return .row(fences[0] + [node] + fences[1])
  }
}
