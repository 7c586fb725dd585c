import Language

/// Differences of shares with their 95 % intervals, a row each, beside a line at no difference.
package struct DifferenceChart: Chart, Equatable {
  package struct Row: Sendable, Equatable {
    /// What is taken from what: "wide − narrow".
    package let name: String
    /// One share less the other, -1...1.
    package let difference: Double
    /// The ends of its interval, in order.
    package let low: Double
    package let high: Double
    /// Whether the two can be told apart.
    package let isTold: Bool

    /// Takes a difference; an interval whose ends are not in order is the difference alone.
    package init(name: String, difference: Double, low: Double, high: Double, isTold: Bool) {
      self.name = name
      self.difference = difference
      (self.low, self.high) = low <= high ? (low, high) : (difference, difference)
      self.isTold = isTold
    }
  }

  package let rows: [Row]
  /// What the differences are of: "Accuracy".
  package let subject: String
  package let title: String?
  package let size: Size

  package init(
    rows: [Row], subject: String, title: String? = nil, width: Double = Typography.measure
  ) {
    self.rows = rows
    self.subject = subject
    self.title = title
    let height = Heading.height(title) + 36 + 30 * Double(rows.count) + 32
    size = Size(width: width, height: rows.isEmpty ? 80 : height)
  }

  package func resized(to width: Double) -> DifferenceChart {
    DifferenceChart(rows: rows, subject: subject, title: title, width: width)
  }

  package func validate() throws(FigureError) {
    guard size.height <= Canvas.limit else {
      throw .size(width: size.width, height: size.height, limit: Canvas.limit)
    }
  }

  /// The room for a difference's text beside the panel, in CSS pixels.
  private static let valueWidth = 64.0

  package func draw(on canvas: inout Canvas, theme: Theme) {
    Heading.draw(title, on: &canvas, theme)
    guard let domain else {
      return Heading.drawNothing(phrase("No differences"), on: &canvas, theme)
    }
    let names = rows.map(\.name)
    let panel = PanelRows(
      names: names, panels: 1, top: Heading.height(title) + 36, bottom: size.height - 32,
      on: canvas)
    panel.drawNames(names, on: &canvas, theme)
    panel.drawTitle(yLabel, 0, on: &canvas, theme)
    let area = panel.area(0, valueWidth: Self.valueWidth)
    let scale = LinearScale(domain, from: area.left, to: area.right)
    Axis(scale, count: 5, format: .points, style: Typography.detail)
      .drawBelow(area, on: &canvas, theme, grid: true)
    canvas.stroke(
      .line(Point(x: scale(0), y: area.top), Point(x: scale(0), y: area.bottom)), theme.ink)
    canvas.note(panel.band(in: area))
    for (place, row) in rows.enumerated() {
      draw(row, at: panel.rows.centre(place), scale, on: &canvas, theme)
    }
  }

  /// What cannot be told apart is drawn in another colour, and says so by crossing the line too.
  private func draw(
    _ row: Row, at y: Double, _ scale: LinearScale, on canvas: inout Canvas, _ theme: Theme
  ) {
    if row.difference.isFinite {
      IntervalMark(
        centre: Point(x: scale(row.difference), y: y),
        ends: (scale(row.low), scale(row.high)),
        colour: row.isTold ? theme.colour(ofSeries: 0) : theme.muted
      ).draw(on: canvas)
    }
    canvas.centredText(
      ValueFormat.points.text(row.difference), at: Point(x: canvas.size.width - 2, y: y),
      Typography.column, theme.ink, anchor: .end)
  }

  var yLabel: String { phrase("{}, difference in percentage points", subject) }

  /// The range of all intervals and of no difference, widened to round numbers.
  private var domain: ClosedRange<Double>? {
    let ends = rows.filter(\.difference.isFinite).flatMap {
      [$0.difference, $0.low, $0.high]
    }
    guard !ends.isEmpty, let extent = LinearScale.extent(ends + [0]) else { return nil }
    let width = extent.upperBound - extent.lowerBound
    guard width > 0 else { return -0.01...0.01 }
    return Ticks.niceDomain(extent, count: 5)
  }
}
