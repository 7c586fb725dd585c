/// What stands below and above an atom.
struct Scripts {
  var sub: MathNode?
  var sup: MathNode?
  var primes = 0

  func around(_ base: MathNode, limits: Bool?) -> MathNode {
    var sup = sup
    if primes > 0 {
      let marks = MathNode.symbol(
        MathOperator(primes == 2 ? "″" : String(repeating: "′", count: min(primes, 4)), .ordinary))
      sup = sup.map { .row([marks, $0]) } ?? marks
    }
    guard sub != nil || sup != nil else { return base }
    return .scripts(base: base, sub: sub, sup: sup, areLimits: limits ?? Self.takesLimits(base))
  }

  private static func takesLimits(_ base: MathNode) -> Bool {
    switch base {
    case .symbol(let symbol): symbol.role == .large || symbol.role == .limitFunction
    case .underAccent, .accent(_, "⏞", _): true
    default: false
    }
  }
}
