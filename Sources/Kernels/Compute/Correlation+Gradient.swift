/// dw[o][i][k][l] += Σ dy[o][r][c] · x[i][r · s + k][c · s + l] over places and sixteen examples.
///
/// Four planes by four taps stay in registers.
func addCorrelations(
  _ x: UnsafePointer<Lanes>, _ dy: UnsafePointer<Lanes>, _ shape: CorrelationShape,
  to gradient: UnsafeMutablePointer<Float>
) {
  let plane = shape.outputHeight * shape.outputWidth
  for output in stride(from: 0, to: shape.outputs, by: 4) {
    let planes = FourIndices(output, within: shape.outputs)
    let deltas = planes.times(plane)
    for tap in stride(from: 0, to: shape.taps, by: 4) {
      let taps = FourIndices(tap, within: shape.taps)
      let sums = tapSums(x, dy, shape, deltas, taps)
      func add(_ totals: SIMD4<Float>, _ plane: Int) {
        let numbers = gradient + (plane &* shape.taps &+ tap)
        for i in 0..<taps.count { numbers[i] += totals[i] }
      }
      add(sums.0.totals, output)
      if planes.count > 1 { add(sums.1.totals, output &+ 1) }
      if planes.count > 2 { add(sums.2.totals, output &+ 2) }
      if planes.count > 3 { add(sums.3.totals, output &+ 3) }
    }
  }
}

/// The sums of four planes with four taps over all places.
@inline(__always)
private func tapSums(
  _ x: UnsafePointer<Lanes>, _ dy: UnsafePointer<Lanes>, _ shape: CorrelationShape,
  _ deltas: FourIndices, _ taps: FourIndices
) -> (LaneQuad, LaneQuad, LaneQuad, LaneQuad) {
  var (p, q, r, s) = (LaneQuad(), LaneQuad(), LaneQuad(), LaneQuad())
  let (x0, x1) = (x + shape.offset(ofTap: taps.a), x + shape.offset(ofTap: taps.b))
  let (x2, x3) = (x + shape.offset(ofTap: taps.c), x + shape.offset(ofTap: taps.d))
  for row in 0..<shape.outputHeight {
    let delta = dy + row &* shape.outputWidth
    var place = row &* shape.stride &* shape.inputWidth
    for column in 0..<shape.outputWidth {
      let numbers = (x0[place], x1[place], x2[place], x3[place])
      p.add(numbers, times: delta[deltas.a &+ column])
      q.add(numbers, times: delta[deltas.b &+ column])
      r.add(numbers, times: delta[deltas.c &+ column])
      s.add(numbers, times: delta[deltas.d &+ column])
      place &+= shape.stride
    }
  }
  return (p, q, r, s)
}

extension CorrelationShape {
  /// Where the number that a tap of the kernel meets at the first place stands.
  fileprivate func offset(ofTap tap: Int) -> Int {
    let (line, l) = tap.quotientAndRemainder(dividingBy: kernelWidth)
    let (input, k) = line.quotientAndRemainder(dividingBy: kernelHeight)
    return (input * inputHeight + k) * inputWidth + l
  }
}
