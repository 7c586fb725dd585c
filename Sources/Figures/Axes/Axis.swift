/// Ticks of a scale with their labels: a grid line and a text for each.
struct Axis {
  let scale: LinearScale
  let ticks: [Double]
  let labels: [String]
  let style: TextStyle

  /// The gap between a label and the area that its grid lines cross, in CSS pixels.
  static let labelGap = 8.0

  init(
    _ scale: LinearScale, count: Int, format: ValueFormat, style: TextStyle = Typography.label
  ) {
    let ticks = Ticks(scale.domain, count: count)
    self.scale = scale
    self.style = style
    self.ticks = ticks.values
    labels = format.labels(ticks)
  }

  /// Draws horizontal grid lines across `area`, with labels to its left.
  func drawLeft(of area: Rect, on canvas: inout Canvas, _ theme: Theme) {
    for (tick, label) in zip(ticks, labels) {
      let y = scale(tick)
      canvas.stroke(
        .line(Point(x: area.left, y: y), Point(x: area.right, y: y)), theme.grid)
      canvas.centredText(
        label, at: Point(x: area.left - Self.labelGap, y: y), style, theme.muted,
        anchor: .end)
    }
  }

  /// Draws labels below `area`, fewer where they would touch, and the grid lines where asked to.
  func drawBelow(_ area: Rect, on canvas: inout Canvas, _ theme: Theme, grid: Bool) {
    var widths: [Double] = []
    for label in labels { widths.append(canvas.width(label, style)) }
    let centres = ticks.map { scale($0) }
    let step = LabelLayout.stride(centres: centres, widths: widths, gap: 6)
    for index in stride(from: 0, to: ticks.count, by: step) {
      let x = centres[index]
      if grid {
        canvas.stroke(.line(Point(x: x, y: area.top), Point(x: x, y: area.bottom)), theme.grid)
      } else {
        canvas.stroke(
          .line(Point(x: x, y: area.bottom), Point(x: x, y: area.bottom + 5)), theme.line)
      }
      canvas.centredText(
        labels[index], at: Point(x: x, y: area.bottom + 17), style, theme.muted,
        anchor: .middle)
    }
  }

  /// The width of the widest label.
  func labelWidth(on canvas: borrowing Canvas) -> Double {
    var width = 0.0
    for label in labels { width = max(width, canvas.width(label, style)) }
    return width
  }
}
