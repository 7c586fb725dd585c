import Language
package import Results

extension ReliabilityDiagram {
  package var alternativeText: String {
    guard let first = bins.first, let last = bins.last else {
      return phrase("Reliability: no readings.")
    }
    guard bins.count > 1 else { return phrase("Reliability: {}.", Self.sentence(first)) }
    return phrase(
      "Share of right readings by their probability, in {} bins: {}; {}. {}",
      "\(bins.count)", Self.sentence(first), Self.sentence(last), overconfidence)
  }

  /// How many bins promise more than they keep.
  private var overconfidence: String {
    let count = bins.count { $0.accuracy.value < $0.probability }
    return switch count {
    case 0: phrase("In none of the bins are fewer right than the probabilities say.")
    case 1: phrase("In one of the bins fewer are right than the probabilities say.")
    default:
      phrase("In {} of the bins fewer are right than the probabilities say.", "\(count)")
    }
  }

  private static func sentence(_ bin: Bin) -> String {
    phrase(
      "of {} with a mean probability of {}, {} are right", grouped(bin.accuracy.total),
      percent(bin.probability), percent(bin.accuracy.value))
  }

  package var data: Table {
    Table(
      columns: [
        .init(phrase("probability"), .left), .init(phrase("readings")),
        .init(phrase("mean probability")), .init(phrase("right")), .init(phrase("95% interval")),
      ],
      rows: bins.map { bin in
        [
          phrase("{} to {}", percent(bin.low, digits: 0), percent(bin.high, digits: 0)),
          grouped(bin.accuracy.total), percent(bin.probability), percent(bin.accuracy.value),
          phrase("{} to {}", percent(bin.accuracy.low), percent(bin.accuracy.high)),
        ]
      })
  }
}
