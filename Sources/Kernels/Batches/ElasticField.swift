/// A smooth field over an image: what is drawn for six by six places, joined by cubic splines.
package struct ElasticField: Sendable {
  fileprivate static let side = 6

  /// For each row, and each column, the first of four places that it lies between, and their weights.
  fileprivate let rows: [(first: Int, weights: SIMD4<Float>)]
  fileprivate let columns: [(first: Int, weights: SIMD4<Float>)]

  init(height: Int, width: Int) {
    rows = (0..<height).map { Self.weights($0, of: height) }
    columns = (0..<width).map { Self.weights($0, of: width) }
  }

  /// What is drawn for each place, across and down.
  func controls(most: Double, _ draws: (_ number: Int) -> SIMD4<Double>) -> [SIMD2<Float>] {
    (0..<Self.side * Self.side / 2).flatMap { number in
      let four = SIMD4<Float>(draws(number) * most)
      return [four.lowHalf, four.highHalf]
    }
  }

  /// The weights of a uniform cubic B-spline.
  private static func weights(_ index: Int, of count: Int) -> (first: Int, weights: SIMD4<Float>) {
    let place = Double(index) / Double(max(1, count - 1)) * Double(side - 3)
    let first = min(Int(place), side - 4)
    let t = place - Double(first)
    let (square, cube) = (t * t, t * t * t)
    let weights: SIMD4<Double> = [
      (1 - t) * (1 - t) * (1 - t), 3 * cube - 6 * square + 4, -3 * cube + 3 * square + 3 * t + 1,
      cube,
    ]
    return (first, SIMD4<Float>(weights / 6))
  }
}

/// A smooth field with what was drawn for its places.
package struct ElasticBend: Sendable {
  let field: ElasticField
  /// Distances across and down, in pixels, row by row of six by six places.
  package let controls: [SIMD2<Float>]

  /// The field along a row of the image, at its six places across.
  func line(_ row: Int) -> [SIMD2<Float>] {
    let (first, weights) = field.rows[row]
    return (0..<ElasticField.side).map { column in
      (0..<4).reduce(into: SIMD2<Float>.zero) { sum, index in
        sum += controls[(first + index) * ElasticField.side + column] * weights[index]
      }
    }
  }

  /// The field at a place of a row.
  @inline(__always)
  func distance(_ line: [SIMD2<Float>], _ column: Int) -> SIMD2<Float> {
    let (first, weights) = field.columns[column]
    var sum = line[first] * weights[0]
    sum += line[first + 1] * weights[1]
    sum += line[first + 2] * weights[2]
    sum += line[first + 3] * weights[3]
    return sum
  }
}
