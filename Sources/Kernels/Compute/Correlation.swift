/// The sizes of a correlation: planes of numbers, and a kernel that is laid over them place by place.
struct CorrelationShape: Sendable {
  /// Planes that go in and come out.
  let (inputs, outputs): (Int, Int)
  let (inputHeight, inputWidth): (Int, Int)
  let (outputHeight, outputWidth): (Int, Int)
  let (kernelHeight, kernelWidth): (Int, Int)
  let stride: Int
  /// Lines and columns of the planes that go in that are not a margin of zeros.
  let (filledRows, filledColumns): (Range<Int>, Range<Int>)

  /// Numbers of the kernel for one plane that comes out.
  var taps: Int { inputs * kernelHeight * kernelWidth }

  var inputCount: Int { inputs * inputHeight * inputWidth }
  var outputCount: Int { outputs * outputHeight * outputWidth }

  /// Lines of the kernel that meet more than a margin where it is laid at a row.
  @inline(__always)
  func lines(atRow row: Int) -> Range<Int> {
    let start = row &* stride
    let first = min(max(0, filledRows.lowerBound &- start), kernelHeight)
    return first..<max(first, min(kernelHeight, filledRows.upperBound &- start))
  }

  /// Columns of the kernel that meet more than a margin at any of some places of a row.
  @inline(__always)
  func columns(from first: Int, to last: Int) -> Range<Int> {
    let low = min(max(0, filledColumns.lowerBound &- last &* stride), kernelWidth)
    return low..<max(low, min(kernelWidth, filledColumns.upperBound &- first &* stride))
  }
}

/// y[o][r][c] = b[o] + Σ w[o][i][k][l] · x[i][r · s + k][c · s + l], for sixteen examples at once.
///
/// Four planes by four neighbouring places stay in registers. Where fewer than four are left, the
/// last is computed again in the place of those that are missing.
///
/// - `weights`: outputs × inputs × kernel height × kernel width; `biases`: zero for `nil`.
func correlate(
  _ x: UnsafePointer<Lanes>, _ weights: UnsafePointer<Float>, _ biases: UnsafePointer<Float>?,
  _ shape: CorrelationShape, into y: UnsafeMutablePointer<Lanes>
) {
  let plane = shape.outputHeight * shape.outputWidth
  for output in stride(from: 0, to: shape.outputs, by: 4) {
    let planes = FourIndices(output, within: shape.outputs)
    for row in 0..<shape.outputHeight {
      for column in stride(from: 0, to: shape.outputWidth, by: 4) {
        let columns = FourIndices(column, within: shape.outputWidth)
        let sums = tileSums(x, weights, biases, shape, planes, row, columns)
        let base = y + row &* shape.outputWidth
        sums.0.store(to: base + planes.a &* plane, columns)
        sums.1.store(to: base + planes.b &* plane, columns)
        sums.2.store(to: base + planes.c &* plane, columns)
        sums.3.store(to: base + planes.d &* plane, columns)
      }
    }
  }
}

/// The sums of four planes at four neighbouring places of a row.
@inline(__always)
private func tileSums(
  _ x: UnsafePointer<Lanes>, _ weights: UnsafePointer<Float>, _ biases: UnsafePointer<Float>?,
  _ shape: CorrelationShape, _ planes: FourIndices, _ row: Int, _ columns: FourIndices
) -> (LaneQuad, LaneQuad, LaneQuad, LaneQuad) {
  var p = LaneQuad(repeating: biases?[planes.a] ?? 0)
  var q = LaneQuad(repeating: biases?[planes.b] ?? 0)
  var r = LaneQuad(repeating: biases?[planes.c] ?? 0)
  var s = LaneQuad(repeating: biases?[planes.d] ?? 0)
  let taps = shape.taps
  let (w0, w1) = (weights + planes.a &* taps, weights + planes.b &* taps)
  let (w2, w3) = (weights + planes.c &* taps, weights + planes.d &* taps)
  let places = columns.times(shape.stride)
  let lines = shape.lines(atRow: row)
  let across = shape.columns(from: columns.a, to: columns.d)
  for input in 0..<shape.inputs {
    for k in lines {
      let row = input &* shape.inputHeight &+ row &* shape.stride &+ k
      var at = x + (row &* shape.inputWidth &+ across.lowerBound)
      let first = (input &* shape.kernelHeight &+ k) &* shape.kernelWidth
      for tap in first &+ across.lowerBound..<first &+ across.upperBound {
        let numbers = (at[places.a], at[places.b], at[places.c], at[places.d])
        p.add(numbers, times: w0[tap])
        q.add(numbers, times: w1[tap])
        r.add(numbers, times: w2[tap])
        s.add(numbers, times: w3[tap])
        at += 1
      }
    }
  }
  return (p, q, r, s)
}
