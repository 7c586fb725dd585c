import Expressions
import Notebook

extension OptionDecoder {
  /// Every line of the body as a claim; `nil` where one is wrong or there is none.
  mutating func claims(example: String) -> [Check.Claim]? {
    noteAllWritten()
    for override in overridesInOrder {
      diagnostics.append(
        Diagnostic(
          "--set \(override.text): the claims of a check cannot be set", at: override.place))
    }
    guard !step.options.isEmpty || step.hasProblems else {
      diagnose(
        "\(step.kind) '\(step.name)' claims nothing", at: step.kindRange, key: "",
        help: "write a line 'sentence: expression', such as '\(example)'")
      return nil
    }
    var reader = ExpressionReader(scope.directory, scope.schema)
    let claims = step.options.compactMap { claim($0, &reader) }
    diagnostics += reader.diagnostics
    warnings += reader.warnings
    for claim in claims { mention(reader.steps(of: claim.expression)) }
    return claims.count == step.options.count ? claims : nil
  }

  private mutating func claim(_ option: StepOption, _ reader: inout ExpressionReader)
    -> Check.Claim?
  {
    guard !OptionDocumentation.ofEveryStep.contains(where: { $0.key == option.key }) else {
      diagnose(
        "a check takes no '\(option.key)'", at: option.keyRange, key: option.key,
        help: "all its lines are claims: write the text above it, or the claim as a sentence")
      return nil
    }
    if let value = option.key.inlineValue {
      diagnose(
        "a claim's sentence takes no values, and would show \(value) as it is written",
        at: option.keyRange, key: option.key,
        help: "say it in words; the expression behind the colon is where values are judged")
      return nil
    }
    guard case .scalar(let text, _, let range) = option.value else {
      diagnose(
        "a claim is one expression", at: option.value.range, key: option.key,
        help: "write 'sentence: expression' on one line")
      return nil
    }
    return reader.claim(text, at: TextPlaces(range)).map {
      Check.Claim(sentence: option.key, text: text, expression: $0, range: range)
    }
  }
}

extension String {
  /// The first inline value in a text that takes none, in its backticks; `nil` for none.
  var inlineValue: String? {
    for match in matches(of: /`\{([^`{}:]+)(:[^`{}]*)?\}`/) {
      // Between dollars it is a formula.
      let isFormula = self[..<match.range.lowerBound].last == "$"
      if !isFormula, (try? Expression(parsing: String(match.output.1))) != nil {
        return String(match.output.0)
      }
    }
    return nil
  }
}
