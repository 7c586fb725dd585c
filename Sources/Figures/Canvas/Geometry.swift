/// A place on the canvas in CSS pixels, from the top left corner.
package struct Point: Sendable, Equatable {
  package var x: Double
  package var y: Double

  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// A width and a height in CSS pixels.
package struct Size: Sendable, Equatable {
  package var width: Double
  package var height: Double

  package init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }
}

/// A rectangle in CSS pixels with its sides along the axes.
package struct Rect: Sendable, Equatable {
  package var left: Double
  package var top: Double
  package var right: Double
  package var bottom: Double

  package init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  package var width: Double { right - left }
  package var height: Double { bottom - top }
  package var centre: Point { Point(x: (left + right) / 2, y: (top + bottom) / 2) }

  /// The rectangle with every side moved inwards by `distance`.
  package func inset(by distance: Double) -> Rect {
    Rect(
      left: left + distance, top: top + distance, right: right - distance,
      bottom: bottom - distance)
  }
}
