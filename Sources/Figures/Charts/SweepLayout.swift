import Results

/// Where the parts of a panel of a sweep's chart lie.
struct SweepLayout {
  private let area: Rect
  private let y: Axis
  private let columns: BandScale

  init(
    _ chart: SweepChart, _ panel: SweepChart.Panel, _ index: Int, _ domain: ClosedRange<Double>,
    on canvas: borrowing Canvas
  ) {
    let width = (canvas.size.width + Self.gap) / Double(chart.perRow)
    let left = Double(index % chart.perRow) * width
    let top = Heading.height(chart.title) + Double(index / chart.perRow) * chart.panelHeight
    let bottom = top + max(90, chart.panelHeight) - 52
    let head = panel.title == nil ? 36.0 : 60
    let axis = Axis(
      LinearScale(domain, from: bottom, to: top + head), count: 5, format: chart.format)
    let labels = axis.labelWidth(on: canvas) + Axis.labelGap + 2
    y = axis
    area = Rect(
      left: left + labels, top: top + head, right: max(left + labels + 1, left + width - Self.gap),
      bottom: bottom)
    columns = BandScale(
      count: panel.columns.count, from: area.left, to: area.right, padding: 0.3)
  }

  /// Between panels side by side, in CSS pixels.
  private static let gap = 24.0

  func drawAxes(
    _ chart: SweepChart, _ panel: SweepChart.Panel, on canvas: inout Canvas, _ theme: Theme
  ) {
    y.drawLeft(of: area, on: &canvas, theme)
    canvas.stroke(
      .line(Point(x: area.left, y: area.bottom), Point(x: area.right, y: area.bottom)), theme.line)
    let left = area.left - y.labelWidth(on: canvas) - Axis.labelGap
    let width = area.right - left
    if let title = panel.title {
      canvas.centredText(
        title, at: Point(x: left, y: area.top - 46), Typography.strong, theme.ink, maxWidth: width)
    }
    canvas.centredText(
      chart.yLabel, at: Point(x: left, y: area.top - 22), Typography.label, theme.ink,
      maxWidth: width)
    for (place, column) in panel.columns.enumerated() {
      canvas.centredText(
        column.label, at: Point(x: columns.centre(place), y: area.bottom + 17), Typography.label,
        theme.muted, anchor: .middle, maxWidth: max(1, columns.step - 8))
    }
    canvas.centredText(
      chart.xLabel, at: Point(x: area.right, y: area.bottom + 39), Typography.label, theme.ink,
      anchor: .end, maxWidth: width)
  }

  /// The columns of the panel as rows of the data, of which the first has a number.
  func band(from row: Int) -> DataBand {
    DataBand(
      .rowsAcross, in: area, first: row, at: (0..<columns.count).map { columns.centre($0) })
  }

  /// Runs are spread over the left of their column, and the mean stands to their right.
  func draw(
    _ column: SweepChart.Column, at place: Int, _ format: ValueFormat, on canvas: inout Canvas,
    _ theme: Theme
  ) {
    let band = columns.bandwidth
    let spread = min(90, band * 0.55)
    let centre = columns.centre(place) - min(30, band * 0.15)
    for (index, value) in column.values.enumerated() where value.isFinite {
      let x = centre + Self.shift(index) * spread
      canvas.stroke(
        .circle(Point(x: x, y: y.scale(value)), radius: 3.5), theme.colour(ofSeries: 0),
        Pen(width: 1.5))
    }
    guard let mean = column.mean, mean.isFinite, column.values.count > 1 else { return }
    let x = centre + spread / 2 + 12
    if let interval = column.interval?.clamped(to: y.scale.domain) {
      canvas.stroke(
        .line(
          Point(x: x, y: y.scale(interval.lowerBound)), Point(x: x, y: y.scale(interval.upperBound))
        ), theme.colour(ofSeries: 1), Pen(width: 2, isRound: true))
    }
    canvas.fill(.circle(Point(x: x, y: y.scale(mean)), radius: 4.5), theme.colour(ofSeries: 1))
    let text = format.text(mean)
    let room = columns.centre(place) + columns.step / 2 - x - 9
    guard canvas.width(text, Typography.label) <= room else { return }
    canvas.centredText(
      text, at: Point(x: x + 9, y: y.scale(mean)), Typography.label, theme.ink)
  }

  /// Where a run stands across its column, from -0.5 to 0.5: steps of the golden ratio leave
  /// neighbours apart, however many there are.
  private static func shift(_ index: Int) -> Double {
    let turns = Double(index) * 0.618_033_988_749_895
    return turns - turns.rounded(.down) - 0.5
  }
}
