import Language
package import Results

extension WeightsGrid {
  static let tableRows = 200

  package var alternativeText: String {
    let all = units.lazy.joined().filter(\.isFinite)
    guard let low = all.min(), let high = all.max() else {
      return phrase("{}: no values.", subject.quantity)
    }
    let images = phrase(
      channels == 3
        ? "{} × {} pixels, one each for red, green and blue from top to bottom"
        : "{} × {} pixels", "\(imageWidth)", "\(imageHeight)")
    return phrase(
      "{} as images of {}, from {} to {}; {}.", sentenceStart, images,
      DecimalText.short(Double(low)), DecimalText.short(Double(high)), strongest)
  }

  /// Whose the number is that is farthest from zero.
  var strongest: String {
    let index = units.indices.max { Self.reach(units[$0]) < Self.reach(units[$1]) } ?? 0
    let owner = names.map { $0[index] } ?? subject.owner(index)
    return switch subject {
    case .units, .filters: phrase("the strongest weight belongs to {}", owner)
    case .changes: phrase("the strongest change belongs to {}", owner)
    case .activations: phrase("the strongest activation belongs to {}", owner)
    }
  }

  var sentenceStart: String {
    let count = units.count
    func counted(_ one: String, _ several: String) -> String {
      count == 1 ? phrase(one) : phrase(several, grouped(count))
    }
    return switch subject {
    case .units:
      counted("Incoming weights of one hidden unit", "Incoming weights of {} hidden units")
    case .changes:
      counted(
        "Changes of the incoming weights of one hidden unit",
        "Changes of the incoming weights of {} hidden units")
    case .filters: counted("Weights of one filter", "Weights of {} filters")
    case .activations: counted("Activations of one channel", "Activations of {} channels")
    }
  }

  static func reach(_ weights: [Float]) -> Float {
    weights.lazy.filter(\.isFinite).map(\.magnitude).max() ?? 0
  }

  package var data: Table {
    let shown = units.indices.prefix(Self.tableRows)
    let labels = labels
    let rows = shown.map { index in
      [labels[index]] + Self.summary(units[index].filter(\.isFinite).map(Double.init))
    }
    return Table(
      caption: shown.count == units.count
        ? nil : subject.first(shown.count, of: units.count),
      columns: [
        Table.Column(subject.label, .left), Table.Column(phrase("Least")),
        Table.Column(phrase("Mean")), Table.Column(phrase("Greatest")),
        Table.Column(phrase("Mean magnitude")), Table.Column(phrase("Positive")),
      ], rows: rows)
  }

  static func summary(_ weights: [Double]) -> [String] {
    guard let low = weights.min(), let high = weights.max() else {
      return Array(repeating: "–", count: 5)
    }
    let count = Double(weights.count)
    let mean = weights.reduce(0, +) / count
    let magnitude = weights.reduce(0) { $0 + $1.magnitude } / count
    let positive = Double(weights.count { $0 > 0 }) / count
    return [
      DecimalText.fixed(low, digits: 4), DecimalText.fixed(mean, digits: 4),
      DecimalText.fixed(high, digits: 4), DecimalText.fixed(magnitude, digits: 4),
      percent(positive),
    ]
  }
}
