extension OptionType where Value == Train.InitialWeights {
  /// `uniform(LOW, HIGH)`, `normal(DEVIATION)`, `he` or `glorot`.
  static var initialWeights: Self {
    .phrase(
      "uniform(LOW, HIGH) with LOW below HIGH, normal(DEVIATION), he or glorot",
      choices: ["he", "glorot"], canonical: canonical
    ) { text in
      if text == "he" { return .he }
      if text == "glorot" { return .glorot }
      if text.hasPrefix("normal("), text.hasSuffix(")") {
        return Double(text.dropFirst("normal(".count).dropLast())
          .flatMap { $0 > 0 && $0.isFinite ? .normal(deviation: $0) : nil }
      }
      guard text.hasPrefix("uniform("), text.hasSuffix(")") else { return nil }
      let bounds = text.dropFirst("uniform(".count).dropLast()
        .split(separator: ",", omittingEmptySubsequences: false)
        .map { Double($0.trimming(while: { $0 == " " })) }
      guard bounds.count == 2, let low = bounds[0], let high = bounds[1], low < high,
        low.isFinite, high.isFinite
      else { return nil }
      return .uniform(low: low, high: high)
    }
  }

  private static func canonical(_ weights: Train.InitialWeights) -> String {
    switch weights {
    case .uniform(let low, let high): "uniform(\(low), \(high))"
    case .normal(let deviation): "normal(\(deviation))"
    case .he: "he"
    case .glorot: "glorot"
    }
  }
}
