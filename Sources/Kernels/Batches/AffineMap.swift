import Architecture
import Learning

/// Where each place of a new image lies in the old one: turned, scaled and sheared around the middle,
/// and shifted.
package struct AffineMap: Sendable {
  /// From a place's distance to the middle, across and down, to that of where it comes from.
  private let (xx, xy, yx, yy): (Float, Float, Float, Float)
  private let shift: (Float, Float)

  /// - Parameters:
  ///   - shift: across and down, in pixels.
  ///   - halfTurns: clockwise as an image is seen, -1...1.
  ///   - shear: how far a row moves against the next, in pixels.
  package init(shift: (Double, Double), halfTurns: Double, scale: Double, shear: Double) {
    let (cos, sin) = (cosine(halfTurns: halfTurns) / scale, sine(halfTurns: halfTurns) / scale)
    (xx, xy) = (Float(cos), Float(cos * shear - sin))
    (yx, yy) = (Float(sin), Float(sin * shear + cos))
    self.shift = (Float(shift.0), Float(shift.1))
  }

  /// Column and row of where a place comes from.
  @inline(__always)
  func source(_ row: Int, _ column: Int, _ shape: Shape) -> (x: Float, y: Float) {
    let (middleX, middleY) = (Float(shape.width - 1) / 2, Float(shape.height - 1) / 2)
    let (x, y) = (Float(column) - middleX, Float(row) - middleY)
    return (xx * x + xy * y + middleX + shift.0, yx * x + yy * y + middleY + shift.1)
  }
}
