/// A legend for a colour scale: its ramp with ticks below and what it means to its left.
struct ColourBar {
  let scale: ColourScale
  let ticks: [Double]
  let labels: [String]
  let title: String

  /// The room that the bar takes, in CSS pixels.
  static let height = 34.0

  /// Draws the bar at the top of `area`, `barWidth` wide and, with its title, in its middle.
  func draw(in area: Rect, barWidth: Double, on canvas: inout Canvas, _ theme: Theme) {
    let titleWidth = canvas.width(title, Typography.label) + 12
    let left = max(area.left, area.centre.x - (titleWidth + barWidth) / 2)
    let bar = Rect(
      left: left + titleWidth, top: area.top, right: left + titleWidth + barWidth,
      bottom: area.top + 12)
    canvas.centredText(
      title, at: Point(x: left, y: bar.centre.y), Typography.label, theme.muted)
    let ramp = PixelImage(
      width: scale.colours.count, height: 1, pixels: scale.colours.map(\.pixel))
    canvas.draw(ramp, in: bar)
    for (tick, label) in zip(ticks, labels) {
      let x = bar.left + scale.place(tick) * bar.width
      canvas.stroke(
        .line(Point(x: x, y: bar.bottom), Point(x: x, y: bar.bottom + 4)), theme.line)
      canvas.centredText(
        label, at: Point(x: x, y: bar.bottom + 14), Typography.detail, theme.muted,
        anchor: .middle)
    }
  }
}
