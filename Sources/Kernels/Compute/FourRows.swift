/// Four numbers for each index, each in all lanes.
protocol FourWeights {
  subscript(index: Int) -> (Strip, Strip, Strip, Strip) { get }
}

/// Four rows of a matrix of numbers, column by column.
struct FourRows: FourWeights {
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

/// Four columns of a matrix of numbers, row by row.
struct FourColumns: FourWeights {
  private let matrix: UnsafePointer<Float>
  private let columns: FourIndices
  private let count: Int

  /// - Parameter count: the columns of the matrix.
  @inline(__always)
  init(_ matrix: UnsafePointer<Float>, _ columns: FourIndices, _ count: Int) {
    (self.matrix, self.columns, self.count) = (matrix, columns, count)
  }

  @inline(__always)
  subscript(row: Int) -> (Strip, Strip, Strip, Strip) {
    columns.numbers(of: matrix + row &* count)
  }
}
