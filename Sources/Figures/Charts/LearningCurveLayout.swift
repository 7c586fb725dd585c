/// Where the parts of a learning curve lie.
struct LearningCurveLayout {
  let area: Rect
  let x: Axis
  let y: Axis
  /// What the labels call the series; none for one alone.
  let names: [String]
  /// Whether the names stand below the values, for want of room beside them.
  let isStacked: Bool

  /// Lays the chart out around its texts; `nil` where it has no finite value.
  init?(_ chart: LearningCurve, on canvas: borrowing Canvas) {
    let known = chart.series.flatMap(\.known)
    guard let values = LinearScale.extent(known.map(\.value)),
      let iterations = LinearScale.extent(known.map { Double($0.iteration) })
    else { return nil }
    let top = Heading.height(chart.title) + 34
    let bottom = max(top + 1, canvas.size.height - 48)
    let domain = Self.domain(values, chart.measure)
    let tickCount = max(2, min(6, Int((bottom - top) / 45)))
    let nice = chart.measure.format.niceDomain(domain, of: values, count: tickCount)
    y = Axis(
      LinearScale(nice, from: bottom, to: top), count: tickCount, format: chart.measure.format)
    let left = y.labelWidth(on: canvas) + Axis.labelGap + 2
    let width = canvas.size.width
    let labels = chart.series.count > 1 ? chart.series.map(\.label) : []
    isStacked = Self.isStacked(chart, labels, from: top, to: bottom, on: canvas)
    let most = (isStacked ? 0.47 : 0.4) * width
    let full = Self.endLabelWidth(chart, labels, stacked: isStacked, on: canvas)
    names = full > most ? Self.withoutSharedBeginning(labels) : labels
    let room = Self.endLabelWidth(chart, names, stacked: isStacked, on: canvas)
    let right = max(left + 40, width - min(room, most))
    area = Rect(left: left, top: top, right: right, bottom: bottom)
    // There is no part of an iteration.
    let span = iterations.upperBound - iterations.lowerBound
    x = Axis(
      LinearScale(iterations, from: left + 4, to: right), count: max(1, Int(min(6, span))),
      format: .count)
  }

  /// Whether names stand below their values: on phones, and where they have no room beside them and
  /// there is room for all so.
  private static func isStacked(
    _ chart: LearningCurve, _ names: [String], from top: Double, to bottom: Double,
    on canvas: borrowing Canvas
  ) -> Bool {
    let width = canvas.size.width
    if names.isEmpty || width < Typography.narrow { return !names.isEmpty }
    let height = labelHeight(stacked: true)
    let bounds = (top - height / 2)...(bottom + height / 2)
    return endLabelWidth(chart, names, stacked: false, on: canvas) > 0.4 * width
      && LabelLayout.capacity(height: height, within: bounds) >= names.count
  }

  /// The range that the axis has to show: from zero for losses, and for accuracies unless all are
  /// in the upper half of what is shown anyway.
  private static func domain(
    _ values: ClosedRange<Double>, _ measure: LearningCurve.Measure
  ) -> ClosedRange<Double> {
    let (low, high) = (values.lowerBound, values.upperBound)
    let isNearZero = low >= 0 && low < high / 2
    switch measure {
    case .accuracy:
      let widest = high > 0.75 && high <= 1 && isNearZero ? 1 : high
      return padded(isNearZero ? 0 : low, widest)
    case .loss, .rate:
      return padded(min(0, low), high)
    }
  }

  private static func padded(_ low: Double, _ high: Double) -> ClosedRange<Double> {
    guard high <= low else { return low...high }
    let margin = low == 0 ? 1 : low.magnitude * 0.1
    return (low - margin)...(low + margin)
  }

  func place(_ sample: LearningCurve.Sample) -> Point? {
    guard sample.value.isFinite else { return nil }
    let point = Point(x: x.scale(Double(sample.iteration)), y: y.scale(sample.value))
    return point.x.isFinite && point.y.isFinite ? point : nil
  }

  /// Beyond the theme's colours, dashes tell series of one colour apart.
  func pen(ofSeries index: Int, _ theme: Theme) -> Pen {
    let dashes: [[Double]] = [[], [7, 5], [2, 4], [9, 4, 2, 4]]
    let round = index / max(1, theme.series.count)
    return Pen(width: 2.5, dashes: dashes[round % dashes.count], isRound: true)
  }

  func drawAxes(_ chart: LearningCurve, on canvas: inout Canvas, _ theme: Theme) {
    y.drawLeft(of: area, on: &canvas, theme)
    canvas.stroke(
      .line(Point(x: area.left, y: area.bottom), Point(x: area.right, y: area.bottom)), theme.line)
    x.drawBelow(area, on: &canvas, theme, grid: false)
    canvas.centredText(
      chart.yLabel, at: Point(x: 2, y: area.top - 22), Typography.label, theme.ink,
      maxWidth: canvas.size.width - 4)
    canvas.centredText(
      chart.xLabel, at: Point(x: area.right, y: area.bottom + 37), Typography.label, theme.ink,
      anchor: .end, maxWidth: area.width)
  }
}
