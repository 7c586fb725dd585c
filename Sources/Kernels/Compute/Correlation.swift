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
/// Four planes at neighbouring places stay in registers, for a strip of the examples, and as many
/// rows and planes in the nearest memory as it holds: sums wait in y for the planes that come next.
/// Where fewer than four are left, the last is computed again in the place of those that are missing.
///
/// - `weights`: outputs × inputs × kernel height × kernel width; `biases`: zero for `nil`.
func correlate(
  _ x: UnsafePointer<Lanes>, _ weights: UnsafePointer<Float>, _ biases: UnsafePointer<Float>?,
  _ shape: CorrelationShape, into y: UnsafeMutablePointer<Lanes>
) {
  let plane = shape.outputHeight * shape.outputWidth
  for output in stride(from: 0, to: shape.outputs, by: 4) {
    let planes = FourIndices(output, within: shape.outputs)
    let pass = CorrelationPass(
      x: x, weights: FourRows(weights, planes, shape.taps), shape: shape, y: y,
      planes: planes.times(plane),
      start: biases.map { StripQuad(planes.numbers(of: $0)) } ?? StripQuad())
    for rows in shape.blocks(of: shape.outputHeight, by: shape.nearRows) {
      for inputs in shape.blocks(of: shape.inputs, by: shape.nearInputs(rows: rows.count)) {
        for row in rows { pass.addRow(row, inputs) }
      }
    }
  }
}

extension CorrelationShape {
  /// The bytes that each of what goes in and what comes out may take of the nearest memory, which
  /// has 32 kB or more.
  private static let nearBytes = 1 << 14

  /// How many rows of four planes that come out are near at once.
  var nearRows: Int {
    max(1, Self.nearBytes / (4 * outputWidth * MemoryLayout<Lanes>.size))
  }

  /// How many planes that go in are near at once, as far as some rows see them.
  fileprivate func nearInputs(rows: Int) -> Int {
    let lines = (rows - 1) * stride + kernelHeight
    return max(1, Self.nearBytes / (lines * inputWidth * MemoryLayout<Lanes>.size))
  }

  /// The numbers below `count` in blocks.
  func blocks(of count: Int, by size: Int) -> [Range<Int>] {
    Swift.stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  }
}

/// The passes of some planes that go in over four that come out.
private struct CorrelationPass {
  let x: UnsafePointer<Lanes>
  let weights: FourRows
  let shape: CorrelationShape
  let y: UnsafeMutablePointer<Lanes>
  /// Where the four planes begin.
  let planes: FourIndices
  /// What the sums of each plane begin with.
  let start: StripQuad

  /// Adds what some planes give to the sums of a row, which begin with the first plane.
  @inline(__always)
  func addRow(_ row: Int, _ inputs: Range<Int>) {
    let base = Strip.of(y + row &* shape.outputWidth)
    let rows = planes.times(Strip.count)
    for column in stride(from: 0, to: shape.outputWidth, by: StripTile.width) {
      let columns = FourIndices(column, within: shape.outputWidth)
      let places = columns.times(Strip.count)
      for strip in 0..<Strip.count {
        var sums =
          inputs.lowerBound == 0
          ? StripTile(start) : StripTile(base + strip, places: places, rows: rows)
        add(to: &sums, Strip.of(x) + strip, inputs, row, columns)
        sums.store(to: base + strip, places: places, rows: rows)
      }
    }
  }

  @inline(__always)
  private func add(
    to sums: inout StripTile, _ x: UnsafePointer<Strip>, _ inputs: Range<Int>, _ row: Int,
    _ columns: FourIndices
  ) {
    let places = columns.times(shape.stride &* Strip.count)
    let lines = shape.lines(atRow: row)
    let across = shape.columns(
      from: columns.a, to: min(columns.a &+ StripTile.width, shape.outputWidth) &- 1)
    let lineStride = shape.inputWidth &* Strip.count
    var input = inputs.lowerBound
    while input < inputs.upperBound {
      let line = input &* shape.inputHeight &+ row &* shape.stride &+ lines.lowerBound
      var at = x + (line &* shape.inputWidth &+ across.lowerBound) &* Strip.count
      var tap =
        (input &* shape.kernelHeight &+ lines.lowerBound) &* shape.kernelWidth
        &+ across.lowerBound
      for _ in 0..<lines.count {
        var number = at
        for index in tap..<tap &+ across.count {
          sums.add(number, places, times: weights[index])
          number += Strip.count
        }
        at += lineStride
        tap &+= shape.kernelWidth
      }
      input &+= 1
    }
  }
}
