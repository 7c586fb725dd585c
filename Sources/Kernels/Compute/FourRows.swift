/// Four rows of a matrix of numbers, column by column.
struct FourRows {
  private let (a, b): (UnsafePointer<Float>, UnsafePointer<Float>)
  private let (c, d): (UnsafePointer<Float>, UnsafePointer<Float>)

  @inline(__always)
  init(_ matrix: UnsafePointer<Float>, _ rows: FourIndices, _ columns: Int) {
    (a, b) = (matrix + rows.a &* columns, matrix + rows.b &* columns)
    (c, d) = (matrix + rows.c &* columns, matrix + rows.d &* columns)
  }

  /// The four numbers of a column, each in all lanes.
  @inline(__always)
  subscript(column: Int) -> (Strip, Strip, Strip, Strip) {
    (
      Strip(repeating: a[column]), Strip(repeating: b[column]), Strip(repeating: c[column]),
      Strip(repeating: d[column])
    )
  }
}
