/// An outline of lines and arcs.
package struct Path: Sendable, Equatable {
  package enum Element: Sendable, Equatable {
    case move(Point)
    case line(Point)
    /// An arc from one angle to a larger one, in radians clockwise from the positive x axis.
    case arc(centre: Point, radius: Double, from: Double, to: Double)
    /// Ends the line here, so that a following arc is not joined to it.
    case startAnew
    case close
  }

  package private(set) var elements: [Element] = []

  package init() {}

  /// A straight line between two points.
  package static func line(_ start: Point, _ end: Point) -> Path {
    Path(points: [start, end])
  }

  /// Straight lines through `points` in their order.
  package init(points: [Point]) {
    for (index, point) in points.enumerated() {
      elements.append(index == 0 ? .move(point) : .line(point))
    }
  }

  /// The outline of a rectangle.
  package static func rectangle(_ rect: Rect) -> Path {
    var path = Path(points: [
      Point(x: rect.left, y: rect.top), Point(x: rect.right, y: rect.top),
      Point(x: rect.right, y: rect.bottom), Point(x: rect.left, y: rect.bottom),
    ])
    path.elements.append(.close)
    return path
  }

  /// The outline of a bar that starts square at its left and ends with rounded corners.
  package static func bar(_ rect: Rect, radius: Double) -> Path {
    let r = max(0, min(radius, rect.width, rect.height / 2))
    var path = Path(points: [Point(x: rect.left, y: rect.top)])
    path.elements += [
      .arc(
        centre: Point(x: rect.right - r, y: rect.top + r), radius: r, from: -.pi / 2, to: 0),
      .arc(
        centre: Point(x: rect.right - r, y: rect.bottom - r), radius: r, from: 0, to: .pi / 2),
      .line(Point(x: rect.left, y: rect.bottom)), .close,
    ]
    return path
  }

  /// The outline of a circle.
  package static func circle(_ centre: Point, radius: Double) -> Path {
    var path = Path()
    path.elements = [
      .startAnew, .arc(centre: centre, radius: radius, from: 0, to: 2 * .pi), .close,
    ]
    return path
  }

  /// Both outlines, drawn as one.
  package static func + (one: Path, other: Path) -> Path {
    var path = one
    path.elements += other.elements
    return path
  }
}

/// How a line is drawn.
package struct Pen: Sendable, Equatable {
  /// The width in CSS pixels.
  package var width: Double
  /// Lengths of dashes and gaps in turn, in CSS pixels; none draws a solid line.
  package var dashes: [Double]
  /// Whether ends and corners are rounded.
  package var isRound: Bool

  package init(width: Double = 1, dashes: [Double] = [], isRound: Bool = false) {
    self.width = width
    self.dashes = dashes
    self.isRound = isRound
  }
}
