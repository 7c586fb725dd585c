import Language
package import Results

extension LearningCurve {
  /// How many series the alternative text describes, and how many rows the table has.
  private static let describedSeries = 4
  private static let tableRows = 101

  package var alternativeText: String {
    guard !series.isEmpty else { return phrase("{}: no values.", yLabel) }
    var sentences = series.prefix(Self.describedSeries).map(sentence)
    if series.count > Self.describedSeries {
      sentences.append(moreSeries(series.count - Self.describedSeries))
    }
    let all = sentences.joined(separator: " ")
    // Elsewhere than in English, names beside others may say the set alone.
    return series.count > 1 && !Phrases.inUse.isEnglish ? "\(yLabel). \(all)" : all
  }

  private func moreSeries(_ count: Int) -> String {
    count == 1 ? phrase("One more series.") : phrase("{} more series.", "\(count)")
  }

  private func sentence(_ series: Series) -> String {
    let known = series.known
    guard let first = known.first, let last = known.last else {
      return phrase("{}: no values.", series.label)
    }
    let format = measure.format
    guard known.count > 1 else {
      return phrase(
        "{} is {} at iteration {}.", series.label, format.text(first.value),
        grouped(first.iteration))
    }
    let iterations = Double(last.iteration) - Double(first.iteration)
    let span = DecimalText.fixed(iterations, digits: 0)
    let (start, end) = (format.text(first.value), format.text(last.value))
    guard start != end else {
      return phrase(
        iterations == 1
          ? "{} is {} before and after {} iteration."
          : "{} is {} before and after {} iterations.", series.label, start, span)
    }
    if let turn = Self.turn(known) {
      return phrase(
        turn.value > first.value
          ? "{} rises from {} to {} at iteration {}, and falls to {} over {} iterations in all."
          : "{} falls from {} to {} at iteration {}, and rises to {} over {} iterations in all.",
        series.label, start, format.text(turn.value), grouped(turn.iteration), end, span)
    }
    let isRise = last.value > first.value
    guard iterations > 1 else {
      return phrase(
        isRise
          ? "{} rises from {} to {} over {} iteration."
          : "{} falls from {} to {} over {} iteration.", series.label, start, end, span)
    }
    return phrase(
      isRise
        ? "{} rises from {} to {} over {} iterations."
        : "{} falls from {} to {} over {} iterations.", series.label, start, end, span)
  }

  /// The sample at which a line turns: beyond both of its ends by more than a quarter of its range.
  private static func turn(_ known: [LearningCurve.Sample]) -> LearningCurve.Sample? {
    guard let low = known.min(by: { $0.value < $1.value }), let first = known.first,
      let high = known.max(by: { $0.value < $1.value }), let last = known.last
    else { return nil }
    let least = 0.25 * (high.value - low.value)
    let rise = high.value - max(first.value, last.value)
    let fall = min(first.value, last.value) - low.value
    guard max(rise, fall) > least else { return nil }
    return rise >= fall ? high : low
  }

  package var data: Table {
    let (iterations, shown) = (self.iterations, shownIterations)
    let values = series.map { series in
      Dictionary(series.samples.map { ($0.iteration, $0.value) }, uniquingKeysWith: { $1 })
    }
    let rows = shown.map { iteration in
      [grouped(iteration)]
        + values.map { $0[iteration].map(measure.format.text) ?? "–" }
    }
    let isWhole = shown.count == iterations.count
    let count = grouped(iterations.count)
    return Table(
      caption: isWhole
        ? nil : phrase("{} of {} recorded iterations, evenly spaced.", "\(shown.count)", count),
      columns: [Table.Column(xLabel)] + series.map { Table.Column($0.label) }, rows: rows)
  }

  /// Those of which the chart has a value, each once, ascending.
  private var iterations: [Int] {
    Set(series.flatMap { $0.samples.map(\.iteration) }).sorted()
  }

  /// The iterations of the table's rows.
  var shownIterations: [Int] { Self.thinned(iterations) }

  /// At most `tableRows` of `iterations`, evenly spaced, with the first and the last.
  private static func thinned(_ iterations: [Int]) -> [Int] {
    guard iterations.count > tableRows else { return iterations }
    return (0..<tableRows).map { iterations[$0 * (iterations.count - 1) / (tableRows - 1)] }
  }
}
