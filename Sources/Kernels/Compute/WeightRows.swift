/// Four rows of a matrix of weights.
struct WeightRows {
  let (a, b): (UnsafePointer<Float>, UnsafePointer<Float>)
  let (c, d): (UnsafePointer<Float>, UnsafePointer<Float>)

  @inline(__always)
  init(_ weights: UnsafePointer<Float>, _ rows: FourIndices, _ columns: Int) {
    (a, b) = (weights + rows.a &* columns, weights + rows.b &* columns)
    (c, d) = (weights + rows.c &* columns, weights + rows.d &* columns)
  }

  @inline(__always)
  subscript(column: Int) -> (Float, Float, Float, Float) {
    (a[column], b[column], c[column], d[column])
  }
}
