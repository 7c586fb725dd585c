import Results

extension RunResults {
  /// The claims of all checks that ran.
  var claims: [CheckOutcome] {
    steps.all.flatMap { outcome -> [CheckOutcome] in
      guard case .done(let result) = outcome else { return [] }
      return result.outputs.flatMap(\.claims)
    }
  }

  /// How many digit pads the page has.
  var padCount: Int {
    steps.all.reduce(0) { count, outcome in
      guard case .done(let result) = outcome else { return count }
      return count + result.outputs.count { if case .pad = $0 { true } else { false } }
    }
  }

  /// Whether the run reached its end, with every value, and only claims do not hold.
  var failsByClaimsAlone: Bool {
    let isWhole =
      steps.all.allSatisfy { if case .done = $0 { true } else { false } }
      && inlineValues.all.allSatisfy { if case .text = $0 { true } else { false } }
    return isWhole && !failedClaims.isEmpty
  }
}

extension Output {
  /// The claims of a check; none of other outputs.
  var claims: [CheckOutcome] {
    if case .checks(let claims) = self { claims } else { [] }
  }
}
