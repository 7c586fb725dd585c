package import Architecture

/// A change of an image as the textbook writes it: for each place of the new image, where in the old
/// one it comes from, and what is there.
package struct ReferenceResampling {
  let shape: Shape
  /// Across and down, in pixels.
  let shift: (Double, Double)
  /// Rows of the matrix from distances to the middle to those of where they come from.
  let matrix: [[Double]]
  /// Six by six distances, across and down, that are joined by splines; `nil` for none.
  let bends: [SIMD2<Double>]?

  package init(
    shape: Shape, shift: (Double, Double), matrix: [[Double]], bends: [SIMD2<Double>]? = nil
  ) {
    (self.shape, self.shift, self.matrix, self.bends) = (shape, shift, matrix, bends)
  }

  package func image(of levels: [UInt8]) -> [Double] {
    (0..<shape.count).map { index in
      let (channel, row, column) = shape.position(index)
      let x = Double(column) - Double(shape.width - 1) / 2
      let y = Double(row) - Double(shape.height - 1) / 2
      let bend = bend(row, column)
      let across =
        matrix[0][0] * x + matrix[0][1] * y + Double(shape.width - 1) / 2 + shift.0 + bend.x
      let down =
        matrix[1][0] * x + matrix[1][1] * y + Double(shape.height - 1) / 2 + shift.1 + bend.y
      return level(levels, channel, across, down)
    }
  }

  /// Each of the four pixels around a place by the area opposite of it.
  private func level(_ levels: [UInt8], _ channel: Int, _ x: Double, _ y: Double) -> Double {
    let (left, top) = (x.rounded(.down), y.rounded(.down))
    var sum = 0.0
    for (column, across) in [(left, left + 1 - x), (left + 1, x - left)] {
      for (row, down) in [(top, top + 1 - y), (top + 1, y - top)]
      where (0..<Double(shape.width)).contains(column) && (0..<Double(shape.height)).contains(row) {
        let index = (channel * shape.height + Int(row)) * shape.width + Int(column)
        sum += Double(levels[index]) * across * down
      }
    }
    return sum
  }

  private func bend(_ row: Int, _ column: Int) -> SIMD2<Double> {
    guard let bends else { return .zero }
    var sum = SIMD2<Double>.zero
    let down = Double(row) / Double(max(1, shape.height - 1)) * 3 + 1
    let across = Double(column) / Double(max(1, shape.width - 1)) * 3 + 1
    for (index, bend) in bends.enumerated() {
      let (line, place) = index.quotientAndRemainder(dividingBy: 6)
      sum += bend * (Self.spline(down - Double(line)) * Self.spline(across - Double(place)))
    }
    return sum
  }

  /// The cubic B-spline around zero.
  private static func spline(_ distance: Double) -> Double {
    let d = abs(distance)
    if d >= 2 { return 0 }
    if d >= 1 { return (2 - d) * (2 - d) * (2 - d) / 6 }
    return (4 - 6 * d * d + 3 * d * d * d) / 6
  }
}
