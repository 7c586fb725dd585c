import Language
package import Results

extension SweepChart {
  /// How many panels the alternative text describes.
  private static let described = 3

  package var alternativeText: String {
    guard panels.contains(where: { $0.columns.contains { !$0.values.isEmpty } }) else {
      return phrase("{}: no values.", yLabel)
    }
    var sentences = panels.prefix(Self.described).compactMap(sentence)
    if panels.count > Self.described {
      let rest = panels.count - Self.described
      sentences.append(
        rest == 1 ? phrase("One more panel.") : phrase("{} more panels.", "\(rest)"))
    }
    return sentences.joined(separator: " ")
  }

  private func sentence(_ panel: Panel) -> String? {
    let known = panel.columns.compactMap { column in
      column.mean.map { (label: column.label, mean: $0) }
    }
    guard let low = known.min(by: { $0.mean < $1.mean }),
      let high = known.max(by: { $0.mean < $1.mean })
    else { return nil }
    let runs = panel.columns.reduce(0) { $0 + $1.values.count }
    let subject = panel.title.map { phrase("{}: {}", $0, yLabel) } ?? yLabel
    let values = panel.columns.flatMap(\.values).filter(\.isFinite)
    if runs == 1 {
      return phrase("{} of {} run is {}.", subject, grouped(runs), format.text(low.mean))
    }
    if known.count == 1, let least = values.min(), let most = values.max() {
      return phrase(
        "{} of {} runs lies between {} and {}, with a mean of {}.", subject, grouped(runs),
        format.text(least), format.text(most), format.text(low.mean))
    }
    return phrase(
      "{}, {} values: means lie between {} ({}) and {} ({}).", subject, grouped(runs),
      format.text(low.mean), low.label, format.text(high.mean), high.label)
  }

  package var data: Table {
    let hasTitles = panels.contains { $0.title != nil }
    let head = (hasTitles ? [Table.Column(phrase("panel"), .left)] : []) + [.init(xLabel, .left)]
    return Table(
      columns: head
        + ["runs", "mean", "95% interval", "smallest", "largest"].map { Table.Column(phrase($0)) },
      rows: panels.flatMap { panel in
        panel.columns.map { (hasTitles ? [panel.title ?? ""] : []) + cells($0) }
      })
  }

  private func cells(_ column: Column) -> [String] {
    func text(_ value: Double?) -> String { value.map(format.text) ?? "–" }
    let interval = column.interval.map {
      phrase("{} to {}", text($0.lowerBound), text($0.upperBound))
    }
    return [
      column.label, grouped(column.values.count), text(column.mean), interval ?? "–",
      text(column.values.min()), text(column.values.max()),
    ]
  }
}
