import Results

/// Panels side by side that share their rows: names at the left, a title above each panel.
struct PanelRows {
  let rows: BandScale
  private let panels: BandScale
  private let nameWidth: Double

  /// The gap between panels in CSS pixels.
  private static let gap = 20.0

  init(
    names: [String], panels count: Int, top: Double, bottom: Double, on canvas: borrowing Canvas
  ) {
    var widest = 0.0
    for name in names { widest = max(widest, canvas.width(name, Typography.label)) }
    nameWidth = min(widest, canvas.size.width / 4) + 2
    rows = BandScale(count: names.count, from: top, to: max(top + 1, bottom), padding: 0.28)
    panels = BandScale(
      count: count, from: nameWidth + 12, to: canvas.size.width - 2 + Self.gap)
  }

  /// The rows around one of some panels of equal height that lie between `top` and `bottom`, one below
  /// the other where they are `stacked`, with room for a title above and for `foot` below their rows.
  init(
    names: [String], panel: Int, of count: Int, stacked: Bool, top: Double, bottom: Double,
    foot: Double, on canvas: borrowing Canvas
  ) {
    let height = (bottom - top) / (stacked ? Double(count) : 1)
    let start = top + (stacked ? Double(panel) * height : 0)
    self.init(
      names: names, panels: stacked ? 1 : count, top: start + Self.head,
      bottom: start + height - foot, on: canvas)
  }

  /// The room for a panel's title.
  static let head = 36.0

  /// The part of a panel where marks lie, which leaves `valueWidth` to its right.
  func area(_ panel: Int, valueWidth: Double) -> Rect {
    let left = panels(panel)
    let right = left + panels.step - Self.gap - valueWidth
    return Rect(left: left, top: rows.start, right: max(left + 1, right), bottom: rows.end)
  }

  /// The rows as the data of a figure, across a panel and the names and numbers beside it.
  func band(in area: Rect) -> DataBand {
    DataBand(.rowsDown, in: area, at: (0..<rows.count).map { rows.centre($0) })
  }

  func drawNames(_ names: [String], on canvas: inout Canvas, _ theme: Theme) {
    for (index, name) in names.enumerated() {
      canvas.centredText(
        name, at: Point(x: nameWidth, y: rows.centre(index)), Typography.label, theme.ink,
        anchor: .end, maxWidth: nameWidth - 1)
    }
  }

  func drawTitle(_ title: String, _ panel: Int, on canvas: inout Canvas, _ theme: Theme) {
    canvas.centredText(
      title, at: Point(x: panels(panel), y: rows.start - 16), Typography.strong, theme.ink,
      maxWidth: max(1, panels.step - Self.gap))
  }
}
