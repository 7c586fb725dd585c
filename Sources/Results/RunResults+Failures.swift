extension RunResults {
  /// The claims that do not hold, in the order of the notebook.
  package var failedClaims: [CheckOutcome] {
    steps.all.flatMap { outcome -> [CheckOutcome] in
      guard case .done(let result) = outcome else { return [] }
      return result.outputs.flatMap { output -> [CheckOutcome] in
        if case .checks(let claims) = output { claims.filter { !$0.holds } } else { [] }
      }
    }
  }

  /// What failed, each as printed on the terminal: a step, a check or an inline value.
  package var diagnostics: [String] {
    let ofSteps = steps.all.compactMap { outcome in
      if case .failed(let diagnostic) = outcome { diagnostic } else { nil }
    }
    let ofValues = inlineValues.all.compactMap { outcome in
      if case .failed(let diagnostic) = outcome { diagnostic } else { nil }
    }
    return ofSteps + ofValues
  }
}

extension CheckOutcome {
  /// That the claim does not hold, in one line with no full stop.
  package var complaint: String { "this claim does not hold: \(sentence)" }

  /// The values behind the claim: "dev.accuracy = 0.822, train.loss = 0.5"; `nil` for none.
  package var values: String? {
    evidence.isEmpty
      ? nil : evidence.map { "\($0.expression) = \($0.value)" }.joined(separator: ", ")
  }
}
