import Language
package import Results

extension PerClassScores {
  package var alternativeText: String {
    let sentences = measures.compactMap { measure -> String? in
      let known = rows.compactMap { row in
        row[measure].flatMap { $0.value.isFinite ? (name: row.name, value: $0.value) : nil }
      }
      guard let low = known.min(by: { $0.value < $1.value }),
        let high = known.max(by: { $0.value < $1.value })
      else { return nil }
      let (least, greatest) = (percent(low.value), percent(high.value))
      if known.count == 1 { return phrase("{} of class {} is {}.", measure.name, low.name, least) }
      if least == greatest {
        return phrase(
          "{} of each of {} classes is {}.", measure.name, grouped(known.count), least)
      }
      return phrase(
        "{} lies between {} (class {}) and {} (class {}).", measure.name, least, low.name,
        greatest, high.name)
    }
    return sentences.isEmpty
      ? phrase("Scores per class: no values.") : sentences.joined(separator: " ")
  }

  package var data: Table {
    Table(
      columns: [Table.Column(phrase("Class"), .left)] + measures.map { Table.Column($0.name) },
      rows: rows.map { row in [row.name] + measures.map { Self.text(row[$0]) } })
  }

  /// Such as "92.0 % (85.1–95.9 %)".
  private static func text(_ score: Score?) -> String {
    guard let score else { return "–" }
    let value = ValueFormat.share.text(score.value)
    guard let interval = score.interval else { return value }
    let low = DecimalText.fixed(interval.lowerBound * 100, digits: 1)
    return "\(value) (\(low)–\(percent(interval.upperBound)))"
  }
}
