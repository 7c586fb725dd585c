/// dw[o][i][k][l] += Σ dy[o][r][c] · x[i][r · s + k][c · s + l] over places and sixteen examples.
///
/// Some taps of four planes stay in registers, for a strip of the examples, and as many rows of the
/// planes in the nearest memory as it holds: sums wait for the rows that come next.
///
/// - `sums`: room for four vectors a tap.
func addCorrelations(
  _ x: UnsafePointer<Lanes>, _ dy: UnsafePointer<Lanes>, _ shape: CorrelationShape,
  in sums: UnsafeMutablePointer<Lanes>, to gradient: UnsafeMutablePointer<Float>
) {
  for output in stride(from: 0, to: shape.outputs, by: 4) {
    let planes = FourIndices(output, within: shape.outputs)
    let pass = GradientRows(
      x: x, dy: dy, shape: shape, planes: planes.times(shape.outputHeight &* shape.outputWidth),
      sums: sums)
    for rows in shape.blocks(of: shape.outputHeight, by: shape.nearRows) {
      for tap in stride(from: 0, to: shape.taps, by: StripTile.width) {
        pass.add(rows, FourIndices(tap, within: shape.taps))
      }
    }
    for plane in 0..<planes.count {
      let numbers = gradient + (output &+ plane) &* shape.taps
      for tap in 0..<shape.taps { numbers[tap] += sums[plane &* shape.taps &+ tap].total }
    }
  }
}

/// The sums of four planes with all taps, as they grow row by row.
private struct GradientRows {
  let x: UnsafePointer<Lanes>
  let dy: UnsafePointer<Lanes>
  let shape: CorrelationShape
  /// Where the four planes begin.
  let planes: FourIndices
  /// Those of a plane one after the other.
  let sums: UnsafeMutablePointer<Lanes>

  /// Adds some rows to the sums of neighbouring taps, which begin with the first row.
  @inline(__always)
  func add(_ rows: Range<Int>, _ taps: FourIndices) {
    let places = taps.times(Strip.count)
    let lines = FourIndices.first.times(shape.taps &* Strip.count)
    for strip in 0..<Strip.count {
      let base = Strip.of(sums) + strip
      var tile =
        rows.lowerBound == 0
        ? StripTile(StripQuad()) : StripTile(base, places: places, rows: lines)
      add(rows, to: &tile, Strip.of(x) + strip, Strip.of(dy) + strip, taps)
      tile.store(to: base, places: places, rows: lines)
    }
  }

  @inline(__always)
  private func add(
    _ rows: Range<Int>, to sums: inout StripTile, _ x: UnsafePointer<Strip>,
    _ dy: UnsafePointer<Strip>, _ taps: FourIndices
  ) {
    let offsets = shape.offsets(ofTaps: taps).times(Strip.count)
    let (step, width) = (shape.stride &* Strip.count, shape.outputWidth)
    let planes = planes.times(Strip.count)
    var row = rows.lowerBound
    while row < rows.upperBound {
      var delta = dy + row &* width &* Strip.count
      var at = x + row &* shape.stride &* shape.inputWidth &* Strip.count
      for _ in 0..<width {
        sums.add(at, offsets, times: planes.strips(of: delta))
        delta += Strip.count
        at += step
      }
      row &+= 1
    }
  }
}

extension CorrelationShape {
  /// Where the numbers stand that some taps of the kernel meet at the first place.
  fileprivate func offsets(ofTaps taps: FourIndices) -> FourIndices {
    FourIndices(
      offset(ofTap: taps.a), offset(ofTap: taps.b), offset(ofTap: taps.c), offset(ofTap: taps.d),
      count: taps.count)
  }

  /// Where the number that a tap of the kernel meets at the first place stands.
  private func offset(ofTap tap: Int) -> Int {
    let (line, l) = tap.quotientAndRemainder(dividingBy: kernelWidth)
    let (input, k) = line.quotientAndRemainder(dividingBy: kernelHeight)
    return (input * inputHeight + k) * inputWidth + l
  }
}
