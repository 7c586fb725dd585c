extension RunResults {
  /// The claims that do not hold, in the order of the notebook.
  package var failedClaims: [CheckOutcome] {
    steps.flatMap { outcome -> [CheckOutcome] in
      guard case .done(let result) = outcome else { return [] }
      return result.outputs.flatMap { output -> [CheckOutcome] in
        if case .checks(let claims) = output { claims.filter { !$0.holds } } else { [] }
      }
    }
  }

  /// What failed, each as printed on the terminal: a step, a check or an inline value.
  package var diagnostics: [String] {
    let ofSteps = steps.compactMap { outcome in
      if case .failed(let diagnostic) = outcome { diagnostic } else { nil }
    }
    let ofValues = inlineValues.compactMap { outcome in
      if case .failed(let diagnostic) = outcome { diagnostic } else { nil }
    }
    return ofSteps + ofValues
  }
}
