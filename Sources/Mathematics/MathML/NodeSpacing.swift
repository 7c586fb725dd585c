extension MathOperator {
  /// Whether it may stand before a single operand: plus and minus.
  var isSign: Bool { ["+", "−", "±", "∓"].contains(text) }
}

extension MathNode {
  /// A function's name, with or without scripts.
  var isFunction: Bool {
    switch self {
    case .function: true
    case .scripts(let base, _, _, _): base.isFunction
    default: false
    }
  }

  /// Whether an operator behind it stands between two operands.
  var endsOperand: Bool {
    switch self {
    case .symbol(let symbol): symbol.role == .closing || symbol.role == .ordinary
    case .function: false
    case .space: true
    default: true
    }
  }

  /// Whether the name of a function stands off from it.
  var wantsSpace: Bool {
    switch self {
    case .symbol(let symbol): symbol.role == .closing
    case .space: false
    default: true
    }
  }

  /// Whether it stands off from the name of a function.
  var wantsSpaceBefore: Bool {
    switch self {
    case .symbol(let symbol): symbol.role == .large
    case .row(let nodes): nodes.first?.wantsSpaceBefore ?? false
    case .scripts(let base, _, _, _): base.wantsSpaceBefore
    case .space: false
    default: true
    }
  }
}
