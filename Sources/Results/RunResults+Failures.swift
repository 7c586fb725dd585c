import VisibleText

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

  /// Everything that is wrong, as a terminal shows it; empty for a complete run.
  package var complaint: String {
    (diagnostics.map { $0 + "\n" } + failedClaims.map(\.complaint)).joined()
  }
}

extension CheckOutcome {
  /// That the claim does not hold, with the values behind it; each line ends.
  package var complaint: String {
    let values = evidence.map { evidence in
      "  \(makingControlsVisible(evidence.expression)) = \(makingControlsVisible(evidence.value))\n"
    }
    return "error: this claim does not hold: \(makingControlsVisible(sentence))\n"
      + "  \(makingControlsVisible(expression))\n\(values.joined())"
  }
}
