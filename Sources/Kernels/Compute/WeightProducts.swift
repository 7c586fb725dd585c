// Products of a matrix of weights, units × inputs, with groups of sixteen examples: weights are read
// once for all groups, and what goes in by parts that the nearest memory holds.

/// y = b + W x.
func multiply(
  _ weights: UnsafePointer<Float>, _ biases: UnsafePointer<Float>, units: Int, inputs: Int,
  _ x: LaneGroups, into y: LaneGroups
) {
  let sums = WeightedSums(x: x, y: y)
  for terms in x.nearBlocks(of: inputs) {
    for unit in stride(from: 0, to: units, by: 4) {
      let rows = FourIndices(unit, within: units)
      let start = terms.lowerBound == 0 ? StripQuad(rows.numbers(of: biases)) : nil
      sums.add(terms, times: FourRows(weights, rows, inputs), to: rows, from: start)
    }
  }
}

/// dx = Wᵀ dy.
func multiplyTransposed(
  _ weights: UnsafePointer<Float>, units: Int, inputs: Int, _ dy: LaneGroups,
  into dx: LaneGroups
) {
  let sums = WeightedSums(x: dy, y: dx)
  for terms in dy.nearBlocks(of: units) {
    for input in stride(from: 0, to: inputs, by: 4) {
      let columns = FourIndices(input, within: inputs)
      let start = terms.lowerBound == 0 ? StripQuad() : nil
      sums.add(terms, times: FourColumns(weights, columns, inputs), to: columns, from: start)
    }
  }
}

/// Sums of what goes in with weights, four that come out at once.
private struct WeightedSums {
  let x: LaneGroups
  let y: LaneGroups

  /// Adds the products of some terms to four sums: from where they start, or have been left.
  @inline(__always)
  func add(
    _ terms: Range<Int>, times weights: some FourWeights, to rows: FourIndices,
    from start: StripQuad?
  ) {
    if x.stripCount < StripTile.width {
      add(terms, times: weights, to: rows, from: start, StripQuad.self)
    } else {
      add(terms, times: weights, to: rows, from: start, StripTile.self)
    }
  }

  @inline(__always)
  private func add<Tile: SumTile>(
    _ terms: Range<Int>, times weights: some FourWeights, to rows: FourIndices,
    from start: StripQuad?, _: Tile.Type
  ) {
    let rows = rows.times(Strip.count)
    for strip in stride(from: 0, to: x.stripCount, by: Tile.width) {
      let (from, to) = (x.places(strip), y.places(strip))
      var sums = start.map { Tile($0) } ?? Tile(y.base, places: to, rows: rows)
      var at = UnsafePointer(x.base + terms.lowerBound &* Strip.count)
      for term in terms {
        sums.add(at, from, times: weights[term])
        at += Strip.count
      }
      sums.store(to: y.base, places: to, rows: rows)
    }
  }
}

/// dW += dy xᵀ, summed over the examples of a group and then over groups.
///
/// - `rows`: the examples' inputs, sixteen of one example side by side: for each sixteen inputs
///   begun, a vector for each example; see `setRows`.
func addOuterProducts(
  _ dy: LaneGroups, _ rows: LaneGroups, units: Int, inputs: Int,
  to gradient: UnsafeMutablePointer<Float>
) {
  let products = OuterProducts(
    dy: dy, rows: rows, units: units, inputs: inputs, gradient: gradient)
  if products.strips < StripTile.width {
    products.add(StripQuad.self)
  } else {
    products.add(StripTile.self)
  }
}

private struct OuterProducts {
  let dy: LaneGroups
  let rows: LaneGroups
  let (units, inputs): (Int, Int)
  let gradient: UnsafeMutablePointer<Float>

  /// Strips of inputs.
  var strips: Int { (inputs + Strip.scalarCount - 1) / Strip.scalarCount }

  /// Adds the products of all groups to a tile of the gradient while it is near.
  @inline(__always)
  func add<Tile: SumTile>(_: Tile.Type) {
    for strip in stride(from: 0, to: strips, by: Tile.width) {
      let columns = FourIndices(strip, within: strips)
      let places = FourIndices(
        place(columns.a), place(columns.b), place(columns.c), place(columns.d),
        count: columns.count)
      for unit in stride(from: 0, to: units, by: 4) {
        let units = FourIndices(unit, within: units)
        for group in 0..<dy.count { add(group, units, columns, places, Tile.self) }
      }
    }
  }

  @inline(__always)
  private func add<Tile: SumTile>(
    _ group: Int, _ units: FourIndices, _ strips: FourIndices, _ places: FourIndices,
    _: Tile.Type
  ) {
    let slopes = FourRows(dy.numbers(ofGroup: group), units, Lanes.width)
    var x = rows.strips(ofGroup: group)
    var sums = Tile(StripQuad())
    for example in 0..<Lanes.width {
      sums.add(x, places, times: slopes[example])
      x += Strip.count
    }
    for number in 0..<min(Tile.width, strips.count) {
      let first = (strips.a &+ number) &* Strip.scalarCount
      sums.quad(number).add(
        to: gradient, units, first..<min(first &+ Strip.scalarCount, inputs), width: inputs)
    }
  }

  /// Where a strip of the first example stands in its rows.
  @inline(__always)
  private func place(_ strip: Int) -> Int {
    let (block, rest) = (strip / Strip.count, strip % Strip.count)
    return block &* Lanes.width &* Strip.count &+ rest
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
