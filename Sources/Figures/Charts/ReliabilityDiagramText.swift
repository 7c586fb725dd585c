package import Results

extension ReliabilityDiagram {
  package var alternativeText: String {
    guard let first = bins.first, let last = bins.last else {
      return "Reliability: no readings."
    }
    guard bins.count > 1 else { return "Reliability: \(Self.sentence(first))." }
    let below = bins.count { $0.accuracy.value < $0.probability }
    return """
      Share of right readings by their probability, in \(bins.count) bins: \(Self.sentence(first)); \
      \(Self.sentence(last)). In \(below) of the bins fewer are right than the probabilities say.
      """
  }

  private static func sentence(_ bin: Bin) -> String {
    "of \(grouped(bin.accuracy.total)) with a mean probability of \(percent(bin.probability)), "
      + "\(percent(bin.accuracy.value)) are right"
  }

  package var data: Table {
    Table(
      columns: [
        .init("probability", .left), .init("readings"), .init("mean probability"), .init("right"),
        .init("95% interval"),
      ],
      rows: bins.map { bin in
        [
          "\(percent(bin.low, digits: 0)) to \(percent(bin.high, digits: 0))",
          grouped(bin.accuracy.total), percent(bin.probability), percent(bin.accuracy.value),
          "\(percent(bin.accuracy.low)) to \(percent(bin.accuracy.high))",
        ]
      })
  }
}
