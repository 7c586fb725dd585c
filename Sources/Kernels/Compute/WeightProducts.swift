// Products of a matrix of weights, units × inputs, with sixteen examples side by side.

/// y = b + W x.
func multiply(
  _ weights: UnsafePointer<Float>, _ biases: UnsafePointer<Float>, units: Int, inputs: Int,
  _ x: UnsafePointer<Lanes>, into y: UnsafeMutablePointer<Lanes>
) {
  for unit in stride(from: 0, to: units, by: 8) {
    let (u, v) = (FourIndices(unit, within: units), FourIndices(unit &+ 4, within: units))
    let (pRows, qRows) = (FourRows(weights, u, inputs), FourRows(weights, v, inputs))
    for strip in 0..<Strip.count {
      var (p, q) = (StripQuad(u.numbers(of: biases)), StripQuad(v.numbers(of: biases)))
      var x = Strip.of(x) + strip
      for input in 0..<inputs {
        p.add(x.pointee, times: pRows[input])
        q.add(x.pointee, times: qRows[input])
        x += Strip.count
      }
      p.store(to: Strip.of(y) + strip, u.times(Strip.count))
      q.store(to: Strip.of(y) + strip, v.times(Strip.count))
    }
  }
}

/// dx = Wᵀ dy.
func multiplyTransposed(
  _ weights: UnsafePointer<Float>, units: Int, inputs: Int, _ dy: UnsafePointer<Lanes>,
  into dx: UnsafeMutablePointer<Lanes>
) {
  for input in stride(from: 0, to: inputs, by: 8) {
    let (u, v) = (FourIndices(input, within: inputs), FourIndices(input &+ 4, within: inputs))
    for strip in 0..<Strip.count {
      var (p, q) = (StripQuad(), StripQuad())
      var (dy, row) = (Strip.of(dy) + strip, weights)
      for _ in 0..<units {
        p.add(dy.pointee, times: u.numbers(of: row))
        q.add(dy.pointee, times: v.numbers(of: row))
        dy += Strip.count
        row += inputs
      }
      p.store(to: Strip.of(dx) + strip, u.times(Strip.count))
      q.store(to: Strip.of(dx) + strip, v.times(Strip.count))
    }
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
  for unit in stride(from: 0, to: units, by: 8) {
    let (u, v) = (FourIndices(unit, within: units), FourIndices(unit &+ 4, within: units))
    let slopes = UnsafeRawPointer(dy).assumingMemoryBound(to: Float.self)
    let (pRows, qRows) = (FourRows(slopes, u, Lanes.width), FourRows(slopes, v, Lanes.width))
    for first in stride(from: 0, to: inputs, by: Strip.scalarCount) {
      // The strip of the sixteen inputs that it lies in, of one example after the other.
      var x = Strip.of(rows + first & ~(Lanes.width &- 1))
      x += first % Lanes.width / Strip.scalarCount
      var (p, q) = (StripQuad(), StripQuad())
      for example in 0..<Lanes.width {
        p.add(x.pointee, times: pRows[example])
        q.add(x.pointee, times: qRows[example])
        x += Strip.count
      }
      let columns = first..<min(first &+ Strip.scalarCount, inputs)
      p.add(to: gradient, u, columns, width: inputs)
      q.add(to: gradient, v, columns, width: inputs)
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

extension StripQuad {
  /// Adds each sum to some columns of a row of a matrix; rows that are missing are left out.
  @inline(__always)
  fileprivate func add(
    to matrix: UnsafeMutablePointer<Float>, _ rows: FourIndices, _ columns: Range<Int>,
    width: Int
  ) {
    if rows.count > 0 { a.add(to: matrix + rows.a &* width, columns) }
    if rows.count > 1 { b.add(to: matrix + rows.b &* width, columns) }
    if rows.count > 2 { c.add(to: matrix + rows.c &* width, columns) }
    if rows.count > 3 { d.add(to: matrix + rows.d &* width, columns) }
  }
}

extension Strip {
  /// Adds lanes to the numbers of some columns, one for each.
  @inline(__always)
  fileprivate func add(to row: UnsafeMutablePointer<Float>, _ columns: Range<Int>) {
    let numbers = row + columns.lowerBound
    if columns.count == Strip.scalarCount {
      let raw = UnsafeMutableRawPointer(numbers)
      raw.storeBytes(of: raw.loadUnaligned(as: Strip.self) + self, as: Strip.self)
    } else {
      for lane in 0..<columns.count { numbers[lane] += self[lane] }
    }
  }
}
