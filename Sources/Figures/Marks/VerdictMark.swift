/// A cross for what is wrong or a tick for what is right, drawn and so the same in every font.
struct VerdictMark {
  /// The left end of the mark, at the middle of its height.
  let start: Point
  let isRight: Bool
  let colour: Colour

  /// In CSS pixels.
  static let width = 9.0

  func draw(on canvas: borrowing Canvas) {
    let (x, y, half) = (start.x, start.y, Self.width / 2)
    let path =
      isRight
      ? Path(points: [
        Point(x: x, y: y + 0.5), Point(x: x + 3.3, y: y + 3.8), Point(x: x + 9, y: y - 3.8),
      ])
      : .line(Point(x: x, y: y - half), Point(x: x + 2 * half, y: y + half))
        + .line(Point(x: x, y: y + half), Point(x: x + 2 * half, y: y - half))
    canvas.stroke(path, colour, Pen(width: 2, isRound: true))
  }
}
