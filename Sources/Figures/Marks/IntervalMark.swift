/// A value as a dot, with the interval that it may lie in as a line through it.
struct IntervalMark {
  let centre: Point
  /// The interval's ends from left to right; `nil` where none is known.
  let ends: (left: Double, right: Double)?
  let colour: Colour

  func draw(on canvas: borrowing Canvas) {
    if let ends {
      canvas.stroke(
        .line(Point(x: ends.left, y: centre.y), Point(x: ends.right, y: centre.y)),
        colour, Pen(width: 2, isRound: true))
    }
    canvas.fill(.circle(centre, radius: 4.5), colour)
  }
}
