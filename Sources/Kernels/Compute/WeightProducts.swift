// Products of a matrix of weights, units × inputs, with sixteen examples side by side.

/// y = b + W x.
func multiply(
  _ weights: UnsafePointer<Float>, _ biases: UnsafePointer<Float>, units: Int, inputs: Int,
  _ x: UnsafePointer<Lanes>, into y: UnsafeMutablePointer<Lanes>
) {
  for unit in stride(from: 0, to: units, by: 8) {
    let (u, v) = (FourIndices(unit, within: units), FourIndices(unit &+ 4, within: units))
    var (p, q) = (LaneQuad(biases, u), LaneQuad(biases, v))
    let (pRows, qRows) = (Rows(weights, u, inputs), Rows(weights, v, inputs))
    for input in 0..<inputs {
      p.add(x[input], times: pRows[input])
      q.add(x[input], times: qRows[input])
    }
    p.store(to: y, u)
    q.store(to: y, v)
  }
}

/// dx = Wᵀ dy.
func multiplyTransposed(
  _ weights: UnsafePointer<Float>, units: Int, inputs: Int, _ dy: UnsafePointer<Lanes>,
  into dx: UnsafeMutablePointer<Lanes>
) {
  for input in stride(from: 0, to: inputs, by: 8) {
    let (u, v) = (FourIndices(input, within: inputs), FourIndices(input &+ 4, within: inputs))
    var (p, q) = (LaneQuad(), LaneQuad())
    for unit in 0..<units {
      let row = weights + unit &* inputs
      p.add(dy[unit], times: (row[u.a], row[u.b], row[u.c], row[u.d]))
      q.add(dy[unit], times: (row[v.a], row[v.b], row[v.c], row[v.d]))
    }
    p.store(to: dx, u)
    q.store(to: dx, v)
  }
}

/// dW += dy xᵀ, summed over the sixteen examples.
///
/// - `rows`: the examples' inputs, sixteen of one example side by side: for each sixteen inputs
///   begun, a vector for each example; see `setRows`.
func addOuterProducts(
  _ dy: UnsafePointer<Lanes>, _ rows: UnsafePointer<Lanes>, units: Int, inputs: Int,
  to gradient: UnsafeMutablePointer<Float>
) {
  let slopes = UnsafeRawPointer(dy).assumingMemoryBound(to: Float.self)
  for unit in stride(from: 0, to: units, by: 4) {
    let u = FourIndices(unit, within: units)
    let d = u.times(Lanes.width)
    for input in stride(from: 0, to: inputs, by: Lanes.width) {
      let block = rows + input
      var sums = LaneQuad()
      for example in 0..<Lanes.width {
        sums.add(
          block[example],
          times: (
            slopes[d.a &+ example], slopes[d.b &+ example], slopes[d.c &+ example],
            slopes[d.d &+ example]
          ))
      }
      let count = min(Lanes.width, inputs &- input)
      sums.a.add(to: gradient + (unit &* inputs &+ input), count: count)
      if u.count > 1 { sums.b.add(to: gradient + ((unit &+ 1) &* inputs &+ input), count: count) }
      if u.count > 2 { sums.c.add(to: gradient + ((unit &+ 2) &* inputs &+ input), count: count) }
      if u.count > 3 { sums.d.add(to: gradient + ((unit &+ 3) &* inputs &+ input), count: count) }
    }
  }
}

/// Turns inputs with sixteen examples side by side into examples with sixteen inputs side by side;
/// inputs that are missing from the last sixteen are zero.
func setRows(_ rows: UnsafeMutablePointer<Lanes>, of x: UnsafePointer<Lanes>, inputs: Int) {
  for input in stride(from: 0, to: inputs, by: Lanes.width) {
    let numbers = UnsafeMutableRawPointer(rows + input).assumingMemoryBound(to: Float.self)
    for lane in 0..<Lanes.width {
      let column = input &+ lane < inputs ? x[input &+ lane] : .zero
      for example in 0..<Lanes.width { numbers[example &* Lanes.width &+ lane] = column[example] }
    }
  }
}

/// Four rows of a matrix.
private struct Rows {
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

extension LaneQuad {
  /// A number for each of four, in all lanes.
  @inline(__always)
  fileprivate init(_ numbers: UnsafePointer<Float>, _ indices: FourIndices) {
    a = Lanes(repeating: numbers[indices.a])
    b = Lanes(repeating: numbers[indices.b])
    c = Lanes(repeating: numbers[indices.c])
    d = Lanes(repeating: numbers[indices.d])
  }
}

extension Lanes {
  /// Adds the first `count` lanes to numbers that stand side by side.
  @inline(__always)
  fileprivate func add(to numbers: UnsafeMutablePointer<Float>, count: Int) {
    if count == Lanes.width {
      let raw = UnsafeMutableRawPointer(numbers)
      raw.storeBytes(of: raw.loadUnaligned(as: Lanes.self) + self, as: Lanes.self)
    } else {
      for lane in 0..<count { numbers[lane] += self[lane] }
    }
  }
}
