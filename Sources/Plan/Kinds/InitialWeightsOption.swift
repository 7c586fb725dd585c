extension OptionType where Value == Train.InitialWeights {
  /// `uniform(LOW, HIGH)` or `he`.
  static var initialWeights: Self {
    .scalar(
      "uniform(LOW, HIGH) with LOW below HIGH, or he", choices: ["he"], canonical: canonical
    ) { text in
      if text == "he" { return .he }
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
    case .he: "he"
    }
  }
}
