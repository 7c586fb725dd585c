/// A figure's optional title above everything else.
enum Heading {
  /// The room that a title takes, in CSS pixels; none without one.
  static func height(_ title: String?) -> Double { title == nil ? 0 : 32 }

  static func draw(_ title: String?, on canvas: inout Canvas, _ theme: Theme) {
    guard let title else { return }
    canvas.text(
      title, at: Point(x: 2, y: 18), Typography.title, theme.ink, maxWidth: canvas.size.width - 4)
  }

  /// What a figure without data shows in its place.
  static func drawNothing(_ reason: String, on canvas: inout Canvas, _ theme: Theme) {
    canvas.centredText(
      reason, at: Point(x: canvas.size.width / 2, y: canvas.size.height / 2), Typography.label,
      theme.muted, anchor: .middle, maxWidth: canvas.size.width - 4)
  }
}
