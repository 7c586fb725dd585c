/// The sizes of a correlation: planes of numbers, and a kernel that is laid over them place by place.
struct CorrelationShape: Sendable {
  /// Planes that go in and come out.
  let (inputs, outputs): (Int, Int)
  let (inputHeight, inputWidth): (Int, Int)
  let (outputHeight, outputWidth): (Int, Int)
  let (kernelHeight, kernelWidth): (Int, Int)
  let stride: Int

  /// Numbers of the kernel for one plane that comes out.
  var taps: Int { inputs * kernelHeight * kernelWidth }

  var inputCount: Int { inputs * inputHeight * inputWidth }
  var outputCount: Int { outputs * outputHeight * outputWidth }
}

/// y[o][r][c] = b[o] + Σ w[o][i][k][l] · x[i][r · s + k][c · s + l], for sixteen examples at once.
///
/// - `weights`: outputs × inputs × kernel height × kernel width; `biases`: zero for `nil`.
///
/// Four planes by four neighbouring places stay in registers. Where fewer than four are left, the
/// last is computed again in the place of those that are missing.
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
  var tap = 0
  for input in 0..<shape.inputs {
    for k in 0..<shape.kernelHeight {
      let line = x + (input &* shape.inputHeight &+ row &* shape.stride &+ k) &* shape.inputWidth
      for l in 0..<shape.kernelWidth {
        let at = line + l
        let numbers = (at[places.a], at[places.b], at[places.c], at[places.d])
        p.add(numbers, times: w0[tap])
        q.add(numbers, times: w1[tap])
        r.add(numbers, times: w2[tap])
        s.add(numbers, times: w3[tap])
        tap &+= 1
      }
    }
  }
  return (p, q, r, s)
}
