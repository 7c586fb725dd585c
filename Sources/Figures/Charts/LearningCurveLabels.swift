/// The labels at the ends of lines: the last value and, among several, which series it is.
extension LearningCurveLayout {
  static func labelHeight(stacked: Bool) -> Double { stacked ? 38 : 20 }
  /// From the end of the line to its label.
  private static let leader = 18.0

  /// The room that labels take to the right of the lines.
  ///
  /// - Parameter names: one a series; none for one alone.
  /// - Parameter stacked: whether names stand below their values.
  static func endLabelWidth(
    _ chart: LearningCurve, _ names: [String], stacked: Bool, on canvas: borrowing Canvas
  ) -> Double {
    var widest = 0.0
    for (index, series) in chart.series.enumerated() {
      guard let last = series.known.last else { continue }
      let value = canvas.width(chart.measure.format.text(last.value), Typography.strong)
      let name = names.isEmpty ? 0 : canvas.width(names[index], Typography.label) + 6
      widest = max(widest, stacked ? max(value, name) : value + name)
    }
    return leader + widest + 4
  }

  /// Names without the words that all of them begin with.
  static func withoutSharedBeginning(_ names: [String]) -> [String] {
    guard let first = names.first.map(Array.init) else { return names }
    let shared = names.map { zip(first, $0).prefix { $0 == $1 }.count }.min() ?? 0
    guard let blank = first.prefix(shared).lastIndex(of: " ") else { return names }
    return names.map { "…" + $0.dropFirst(blank + 1) }
  }

  func drawEndLabels(_ chart: LearningCurve, on canvas: inout Canvas, _ theme: Theme) {
    let ends = self.ends(chart)
    let labelHeight = Self.labelHeight(stacked: isStacked)
    let bounds = (area.top - labelHeight / 2)...(area.bottom + labelHeight / 2)
    let capacity = LabelLayout.capacity(height: labelHeight, within: bounds)
    // Where not all have room, the first series of the chart keep theirs.
    let shown = ends.filter { $0.index < capacity }
    let heights = LabelLayout.spread(
      shown.map(\.point.y), height: labelHeight, within: bounds)
    for end in ends {
      // A rim keeps the ends of neighbours apart.
      if ends.count > 1 { canvas.fill(.circle(end.point, radius: 5), theme.background) }
      canvas.fill(.circle(end.point, radius: 4), theme.colour(ofSeries: end.index))
    }
    for (end, height) in zip(shown, heights) {
      draw(end, at: height, chart, on: &canvas, theme)
    }
  }

  private struct End {
    let index: Int
    let point: Point
    let value: Double
    let name: String?
  }

  /// The last known samples, from the top of the canvas down.
  private func ends(_ chart: LearningCurve) -> [End] {
    chart.series.enumerated().compactMap { index, series -> End? in
      guard let last = series.known.last, let point = place(last) else { return nil }
      let name = names.isEmpty ? nil : names[index]
      return End(index: index, point: point, value: last.value, name: name)
    }.sorted { ($0.point.y, $0.index) < ($1.point.y, $1.index) }
  }

  private func draw(
    _ end: End, at height: Double, _ chart: LearningCurve, on canvas: inout Canvas, _ theme: Theme
  ) {
    let start = Point(x: area.right + Self.leader, y: height)
    if end.name != nil {
      canvas.stroke(
        .line(Point(x: end.point.x + 5, y: end.point.y), Point(x: start.x - 4, y: height)),
        theme.colour(ofSeries: end.index), Pen(width: 1))
    }
    let value = chart.measure.format.text(end.value)
    let right = canvas.size.width - 2
    let shift = isStacked ? 9.0 : 0
    canvas.centredText(
      value, at: Point(x: start.x, y: height - shift), Typography.strong, theme.ink,
      maxWidth: max(0, right - start.x))
    guard let name = end.name else { return }
    let nameStart =
      start.x + (isStacked ? 0 : canvas.width(value, Typography.strong) + 6)
    // Names of series differ at their ends as often as where they begin.
    let room = max(0, right - nameStart)
    canvas.centredText(
      canvas.shortened(name, Typography.label, maxWidth: room),
      at: Point(x: nameStart, y: height + shift), Typography.label, theme.ink, maxWidth: room)
  }
}
