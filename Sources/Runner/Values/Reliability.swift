import Results

/// The readings whose probability lies within one tenth, and how many of them are right.
struct ReliabilityBin {
  let low: Double
  let high: Double
  /// The mean of their probabilities; `nil` where there is none.
  let probability: Double?
  let accuracy: Proportion?

  var record: Value {
    let empty = Value.unknown(because: "no reading has such a probability")
    return .record([
      Field("low", .number(low)),
      Field("high", .number(high)),
      Field("examples", .integer(accuracy?.total ?? 0)),
      Field("probability", probability.map(Value.number) ?? empty),
      Field("accuracy", accuracy.map(Value.proportion) ?? empty),
    ])
  }
}

extension Evaluation {
  private static let bins = 10

  /// The readings by tenths of their probabilities; a probability at a bound is of the upper tenth.
  var tenths: [ReliabilityBin] {
    var sums = Array(repeating: 0.0, count: Self.bins)
    var (right, counts) = (
      Array(repeating: 0, count: Self.bins), Array(repeating: 0, count: Self.bins)
    )
    for (index, probability) in probability.enumerated() where probability.isFinite {
      let bin = max(0, min(Self.bins - 1, Int((probability * Double(Self.bins)).rounded(.down))))
      sums[bin] += probability
      counts[bin] += 1
      if truth[index] == predicted[index] { right[bin] += 1 }
    }
    return (0..<Self.bins).map { bin in
      ReliabilityBin(
        low: Double(bin) / Double(Self.bins), high: Double(bin + 1) / Double(Self.bins),
        probability: counts[bin] > 0 ? sums[bin] / Double(counts[bin]) : nil,
        accuracy: Proportion(count: right[bin], of: counts[bin]))
    }
  }

  /// The expected calibration error with ten bins of equal width.
  ///
  /// C. Guo, G. Pleiss, Y. Sun and K. Q. Weinberger, "On calibration of modern neural networks",
  /// ICML 2017, section 2.
  var calibrationError: Double {
    let sum = tenths.reduce(0.0) { sum, bin in
      guard let probability = bin.probability, let accuracy = bin.accuracy else { return sum }
      return sum + Double(accuracy.total) * (accuracy.value - probability).magnitude
    }
    return sum / Double(max(1, truth.count))
  }
}
