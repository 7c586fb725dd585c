import Language
package import Results

/// Precision, recall and F1 of each class as dots, with their 95 % intervals where known.
package struct PerClassScores: Chart, Equatable {
  /// What is judged of each class, in a panel of its own.
  package enum Measure: Sendable, CaseIterable {
    case precision
    case recall
    case f1
  }

  /// A score in 0...1 and the interval it may lie in.
  package struct Score: Sendable, Equatable {
    package let value: Double
    /// The ends of the 95 % interval, lower first.
    package let interval: ClosedRange<Double>?

    /// Takes a score; `interval` is left out where its ends are not both finite.
    package init(_ value: Double, interval: ClosedRange<Double>? = nil) {
      self.value = value
      let isFinite = interval.map { $0.lowerBound.isFinite && $0.upperBound.isFinite } ?? false
      self.interval = isFinite ? interval : nil
    }

    /// A share with its Wilson interval.
    package init(_ share: Proportion) {
      self.init(share.value, interval: share.low...max(share.low, share.high))
    }
  }

  /// The scores of one class; `nil` where a score is not defined.
  package struct Row: Sendable, Equatable {
    package let name: String
    package let precision: Score?
    package let recall: Score?
    package let f1: Score?

    package init(name: String, precision: Score?, recall: Score?, f1: Score?) {
      self.name = name
      self.precision = precision
      self.recall = recall
      self.f1 = f1
    }
  }

  package let rows: [Row]
  /// The measures shown, each once, in their order.
  package let measures: [Measure]
  package let title: String?
  package let size: Size

  package init(
    rows: [Row], measures: [Measure] = Measure.allCases, title: String? = nil,
    width: Double = Typography.measure
  ) {
    self.rows = rows
    self.measures = measures.enumerated().filter { index, measure in
      !measures[..<index].contains(measure)
    }.map(\.element)
    self.title = title
    let panel = PanelRows.head + 27 * Double(rows.count) + 28
    let below = width < Typography.narrow ? max(1, Double(self.measures.count)) : 1
    size = Size(
      width: width, height: rows.isEmpty ? 80 : Heading.height(title) + panel * below)
  }

  package func resized(to width: Double) -> PerClassScores {
    PerClassScores(rows: rows, measures: measures, title: title, width: width)
  }

  /// Whether the panels stand one below the other.
  private var isStacked: Bool { size.width < Typography.narrow }

  /// The scores of every class of `matrix`; without a name for each, classes are numbered from 0.
  package init(
    _ matrix: ConfusionMatrix, measures: [Measure] = Measure.allCases,
    classNames: [String]? = nil, title: String? = nil, width: Double = Typography.measure
  ) {
    let names = classNames?.count == matrix.classes ? classNames : nil
    self.init(
      rows: (0..<matrix.classes).map { index in
        Row(
          name: names?[index] ?? String(index),
          precision: matrix.precision(index).map { Score($0) },
          recall: matrix.recall(index).map { Score($0) },
          f1: matrix.f1(index).map { Score($0) })
      }, measures: measures, title: title, width: width)
  }

  /// The room for a score's text beside its panel, in CSS pixels.
  private static let valueWidth = 68.0

  package func draw(on canvas: inout Canvas, theme: Theme) {
    Heading.draw(title, on: &canvas, theme)
    guard let domain else {
      return Heading.drawNothing(phrase("No scores"), on: &canvas, theme)
    }
    for (index, measure) in measures.enumerated() {
      let panels = panels(index, on: canvas)
      if isStacked || index == 0 { panels.drawNames(rows.map(\.name), on: &canvas, theme) }
      let place = isStacked ? 0 : index
      let area = panels.area(place, valueWidth: Self.valueWidth)
      let scale = LinearScale(domain, from: area.left, to: area.right)
      Axis(scale, count: 3, format: .share, style: Typography.detail)
        .drawBelow(area, on: &canvas, theme, grid: true)
      panels.drawTitle(measure.name, place, on: &canvas, theme)
      canvas.note(panels.band(in: area))
      for (number, row) in rows.enumerated() {
        draw(
          row[measure], at: panels.rows.centre(number), scale, theme.colour(ofSeries: 0),
          on: &canvas, theme)
      }
    }
  }

  /// The rows around the panel of a measure.
  private func panels(_ index: Int, on canvas: borrowing Canvas) -> PanelRows {
    PanelRows(
      names: rows.map(\.name), panel: index, of: measures.count, stacked: isStacked,
      top: Heading.height(title), bottom: size.height, foot: 28, on: canvas)
  }

  /// A line leads from a score to its text.
  private func draw(
    _ score: Score?, at y: Double, _ scale: LinearScale, _ colour: Colour,
    on canvas: inout Canvas, _ theme: Theme
  ) {
    canvas.stroke(.line(Point(x: scale.start, y: y), Point(x: scale.end + 8, y: y)), theme.grid)
    if let score, score.value.isFinite {
      let ends = score.interval.map { (left: scale($0.lowerBound), right: scale($0.upperBound)) }
      IntervalMark(centre: Point(x: scale(score.value), y: y), ends: ends, colour: colour)
        .draw(on: canvas)
    }
    canvas.centredText(
      score.map { ValueFormat.share.text($0.value) } ?? "–",
      at: Point(x: scale.end + Self.valueWidth, y: y), Typography.column, theme.ink, anchor: .end)
  }

  /// The range of all scores and intervals, widened to round numbers.
  private var domain: ClosedRange<Double>? {
    let numbers = rows.flatMap { row in
      measures.compactMap { row[$0] }.filter(\.value.isFinite).flatMap { score in
        [score.value, score.interval?.lowerBound ?? score.value]
          + [score.interval?.upperBound ?? score.value]
      }
    }
    guard let extent = LinearScale.extent(numbers) else { return nil }
    let low = min(extent.lowerBound, max(0, extent.upperBound - 0.1))
    return Ticks.niceDomain(low...max(extent.upperBound, low + 0.1), count: 3)
  }
}

extension PerClassScores.Measure {
  /// The name above the panel.
  var name: String {
    switch self {
    case .precision: phrase("Precision")
    case .recall: phrase("Recall")
    case .f1: phrase("F1")
    }
  }
}

extension PerClassScores.Row {
  subscript(measure: PerClassScores.Measure) -> PerClassScores.Score? {
    switch measure {
    case .precision: precision
    case .recall: recall
    case .f1: f1
    }
  }
}
