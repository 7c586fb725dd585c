/// A line through points; a missing point interrupts it.
struct LineMark {
  /// In order; `nil` where there is nothing to show.
  let points: [Point?]
  let colour: Colour
  let pen: Pen

  func draw(on canvas: borrowing Canvas) {
    for run in runs {
      if let only = run.first, run.count == 1 {
        canvas.fill(.circle(only, radius: pen.width), colour)
      } else {
        canvas.stroke(Path(points: run), colour, pen)
      }
    }
  }

  /// The stretches without a gap.
  private var runs: [[Point]] {
    points.split(separator: nil).map { $0.compactMap { $0 } }
  }
}
