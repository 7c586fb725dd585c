import Language
package import Results

/// How often readings are right by the probability that they were given: a dot for each bin, with
/// its 95 % interval, beside the line on which probabilities would keep their word.
package struct ReliabilityDiagram: Chart, Equatable {
  /// The readings whose probability lies between two bounds.
  package struct Bin: Sendable, Equatable {
    package let low: Double
    package let high: Double
    /// The mean of their probabilities.
    package let probability: Double
    /// Those of them that are right.
    package let accuracy: Proportion

    package init(low: Double, high: Double, probability: Double, accuracy: Proportion) {
      self.low = low
      self.high = high
      self.probability = probability
      self.accuracy = accuracy
    }
  }

  /// In the order of their probabilities, without those that have no reading.
  package let bins: [Bin]
  package let title: String?
  package let size: Size

  package init(
    bins: [Bin], title: String? = nil, width: Double = Typography.measure, height: Double = 360
  ) {
    self.bins = bins.filter { $0.probability.isFinite }
    self.title = title
    size = Size(width: width, height: bins.isEmpty ? 80 : height + Heading.height(title))
  }

  package func resized(to width: Double) -> ReliabilityDiagram {
    ReliabilityDiagram(
      bins: bins, title: title, width: width, height: size.height - Heading.height(title))
  }

  package func draw(on canvas: inout Canvas, theme: Theme) {
    Heading.draw(title, on: &canvas, theme)
    guard !bins.isEmpty else {
      return Heading.drawNothing(phrase("No readings"), on: &canvas, theme)
    }
    let area = area(on: canvas)
    let (x, y) = axes(area)
    y.drawLeft(of: area, on: &canvas, theme)
    x.drawBelow(area, on: &canvas, theme, grid: false)
    canvas.stroke(
      .line(Point(x: area.left, y: area.bottom), Point(x: area.right, y: area.bottom)), theme.line)
    drawNames(area, on: &canvas, theme)
    canvas.stroke(
      .line(Point(x: x.scale(0), y: y.scale(0)), Point(x: x.scale(1), y: y.scale(1))), theme.muted,
      Pen(width: 1.5, dashes: [5, 4]))
    for bin in bins { draw(bin, x.scale, y.scale, on: &canvas, theme) }
    drawCounts(area, x.scale, on: &canvas, theme)
    canvas.note(DataBand(.rowsAcross, in: area, at: bins.map { x.scale($0.probability) }))
  }

  private func area(on canvas: borrowing Canvas) -> Rect {
    let label = canvas.width(ValueFormat.share.text(1), Typography.label)
    return Rect(
      left: label + Axis.labelGap + 2, top: Heading.height(title) + 58,
      right: size.width - 24, bottom: size.height - 48)
  }

  private func axes(_ area: Rect) -> (x: Axis, y: Axis) {
    (
      Axis(LinearScale(0...1, from: area.left, to: area.right), count: 5, format: .share),
      Axis(LinearScale(0...1, from: area.bottom, to: area.top), count: 5, format: .share)
    )
  }

  private func drawNames(_ area: Rect, on canvas: inout Canvas, _ theme: Theme) {
    canvas.centredText(
      Self.yLabel, at: Point(x: 2, y: Heading.height(title) + 12), Typography.label, theme.ink,
      maxWidth: size.width - 4)
    canvas.centredText(
      Self.xLabel, at: Point(x: area.right, y: area.bottom + 37), Typography.label, theme.ink,
      anchor: .end, maxWidth: area.width)
  }

  private func draw(
    _ bin: Bin, _ x: LinearScale, _ y: LinearScale, on canvas: inout Canvas, _ theme: Theme
  ) {
    let (place, colour) = (x(bin.probability), theme.colour(ofSeries: 0))
    canvas.stroke(
      .line(Point(x: place, y: y(bin.accuracy.low)), Point(x: place, y: y(bin.accuracy.high))),
      colour, Pen(width: 2, isRound: true))
    canvas.fill(.circle(Point(x: place, y: y(bin.accuracy.value)), radius: 4.5), colour)
  }

  /// How many readings each dot stands for, above the area; those that would touch are left out.
  private func drawCounts(
    _ area: Rect, _ x: LinearScale, on canvas: inout Canvas, _ theme: Theme
  ) {
    var taken = -Double.infinity
    for bin in bins {
      let text = grouped(bin.accuracy.total)
      let half = canvas.width(text, Typography.detail) / 2
      let place = x(bin.probability)
      guard place - half >= taken + 6 else { continue }
      taken = place + half
      canvas.centredText(
        text, at: Point(x: place, y: area.top - 18), Typography.detail, theme.muted,
        anchor: .middle)
    }
  }

  static var xLabel: String { phrase("Probability of the reading") }
  static var yLabel: String { phrase("Share that is right, and of how many readings") }
}
