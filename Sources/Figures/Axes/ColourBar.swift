/// A legend for a colour scale: its ramp with ticks below and what it means to its left.
struct ColourBar {
  let scale: ColourScale
  let ticks: [Double]
  let labels: [String]
  let title: String

  /// The room that the bar takes, in CSS pixels.
  static let height = 36.0

  /// Draws the bar at the top of `area`, at most `barWidth` wide, centred with its title.
  func draw(in area: Rect, barWidth: Double, on canvas: inout Canvas, _ theme: Theme) {
    let titleWidth = min(canvas.width(title, Typography.label), area.width / 2)
    let width = max(1, min(barWidth, area.width - titleWidth - 3 * Self.gap))
    let left = area.centre.x - (titleWidth + Self.gap + width) / 2
    let start = left + titleWidth + Self.gap
    let bar = Rect(left: start, top: area.top, right: start + width, bottom: area.top + 12)
    canvas.centredText(
      title, at: Point(x: left, y: bar.centre.y), Typography.label, theme.muted,
      maxWidth: titleWidth + 1)
    let ramp = PixelImage(
      width: scale.colours.count, height: 1, pixels: scale.colours.map(\.pixel))
    canvas.draw(ramp, in: bar)
    drawTicks(below: bar, on: &canvas, theme)
  }

  /// Between the title and the bar, and right of the bar for half a label, in CSS pixels.
  private static let gap = 14.0

  /// Labels that would touch the one before are left out.
  private func drawTicks(below bar: Rect, on canvas: inout Canvas, _ theme: Theme) {
    var taken = -Double.infinity
    for (tick, label) in zip(ticks, labels) {
      let x = bar.left + scale.place(tick) * bar.width
      canvas.stroke(
        .line(Point(x: x, y: bar.bottom), Point(x: x, y: bar.bottom + 4)), theme.line)
      let half = canvas.width(label, Typography.detail) / 2
      guard x - half >= taken + 4 else { continue }
      taken = x + half
      canvas.centredText(
        label, at: Point(x: x, y: bar.bottom + 15), Typography.detail, theme.muted,
        anchor: .middle)
    }
  }
}
