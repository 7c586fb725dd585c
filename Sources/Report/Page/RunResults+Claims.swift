import Results

extension RunResults {
  /// Whether the page shows a figure.
  var hasFigures: Bool {
    steps.all.contains { outcome in
      guard case .done(let result) = outcome else { return false }
      return result.outputs.contains { if case .figure = $0 { true } else { false } }
    }
  }

  /// The claims of all checks that ran.
  var claims: [CheckOutcome] {
    steps.all.flatMap { outcome -> [CheckOutcome] in
      guard case .done(let result) = outcome else { return [] }
      return result.outputs.flatMap(\.claims)
    }
  }

  /// How many pads the page has.
  var padCount: Int {
    steps.all.reduce(0) { count, outcome in
      guard case .done(let result) = outcome else { return count }
      return count + result.outputs.count { if case .pad = $0 { true } else { false } }
    }
  }

  /// Whether the run reached its end, with every value, and only claims do not hold.
  var failsByClaimsAlone: Bool {
    isWhole && !failedClaims.isEmpty
  }

  /// Whether nothing but warnings keeps the run from being complete.
  var failsByWarningsAlone: Bool { isWhole && failedClaims.isEmpty && !isComplete }

  /// Whether the run reached its end, with every value.
  private var isWhole: Bool {
    steps.all.allSatisfy { if case .done = $0 { true } else { false } }
      && inlineValues.all.allSatisfy { if case .text = $0 { true } else { false } }
  }
}

extension Output {
  /// The claims of a check; none of other outputs.
  var claims: [CheckOutcome] {
    if case .checks(let claims) = self { claims } else { [] }
  }
}
