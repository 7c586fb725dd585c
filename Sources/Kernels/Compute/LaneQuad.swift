/// Four sums of sixteen numbers each: a row of a register tile of four by four.
struct LaneQuad {
  var (a, b, c, d) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)

  @inline(__always)
  init(repeating number: Float = 0) {
    a = Lanes(repeating: number)
    (b, c, d) = (a, a, a)
  }

  /// Adds x · w for four x.
  @inline(__always)
  mutating func add(_ x: (Lanes, Lanes, Lanes, Lanes), times w: Float) {
    a += x.0 * w
    b += x.1 * w
    c += x.2 * w
    d += x.3 * w
  }

  /// Adds x · y for four x, lane by lane.
  @inline(__always)
  mutating func add(_ x: (Lanes, Lanes, Lanes, Lanes), times y: Lanes) {
    a += x.0 * y
    b += x.1 * y
    c += x.2 * y
    d += x.3 * y
  }

  /// Adds x · w for four w.
  @inline(__always)
  mutating func add(_ x: Lanes, times w: (Float, Float, Float, Float)) {
    a += x * w.0
    b += x * w.1
    c += x * w.2
    d += x * w.3
  }

  @inline(__always)
  func store(to lanes: UnsafeMutablePointer<Lanes>, _ places: FourIndices) {
    lanes[places.a] = a
    lanes[places.b] = b
    lanes[places.c] = c
    lanes[places.d] = d
  }

  /// The sum over lanes of each, always in the same order.
  @inline(__always)
  var totals: SIMD4<Float> {
    let ab = SIMD8(lowHalf: a.quarters, highHalf: b.quarters)
    let cd = SIMD8(lowHalf: c.quarters, highHalf: d.quarters)
    let pairs = SIMD8(lowHalf: ab.evenHalf + ab.oddHalf, highHalf: cd.evenHalf + cd.oddHalf)
    return pairs.evenHalf + pairs.oddHalf
  }
}
