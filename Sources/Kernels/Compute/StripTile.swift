#if AVX512 || arch(arm64)
  /// Four sums at each of four places: sixteen registers of thirty-two.
  typealias StripTile = StripTile4
#else
  /// Four sums at each of two places: eight registers of sixteen, the others for what is multiplied.
  typealias StripTile = StripTile2
#endif

/// A strip of four sums at two places each.
struct StripTile2 {
  static let width = 2
  var (a, b): (StripQuad, StripQuad)

  /// Each place begins with the same four sums.
  @inline(__always)
  init(_ sums: StripQuad) { (a, b) = (sums, sums) }

  /// The sums that `store` has left.
  @inline(__always)
  init(_ strips: UnsafePointer<Strip>, places: FourIndices, rows: FourIndices) {
    a = StripQuad(strips + places.a, rows)
    b = StripQuad(strips + places.b, rows)
  }

  /// Adds x · w for four w, where x is another at each place.
  @inline(__always)
  mutating func add(
    _ x: UnsafePointer<Strip>, _ places: FourIndices, times w: (Float, Float, Float, Float)
  ) {
    a.add(x[places.a], times: w)
    b.add(x[places.b], times: w)
  }

  /// Adds x · y for four vectors y, where x is another at each place.
  @inline(__always)
  mutating func add(
    _ x: UnsafePointer<Strip>, _ places: FourIndices, times y: (Strip, Strip, Strip, Strip)
  ) {
    a.add(x[places.a], times: y)
    b.add(x[places.b], times: y)
  }

  /// Stores the sums of each place, the first where two are one.
  @inline(__always)
  func store(
    to strips: UnsafeMutablePointer<Strip>, places: FourIndices, rows: FourIndices
  ) {
    a.store(to: strips + places.a, rows)
    b.store(to: strips + places.b, rows)
  }
}

/// A strip of four sums at four places each.
struct StripTile4 {
  static let width = 4
  var (a, b, c, d): (StripQuad, StripQuad, StripQuad, StripQuad)

  /// Each place begins with the same four sums.
  @inline(__always)
  init(_ sums: StripQuad) { (a, b, c, d) = (sums, sums, sums, sums) }

  /// The sums that `store` has left.
  @inline(__always)
  init(_ strips: UnsafePointer<Strip>, places: FourIndices, rows: FourIndices) {
    a = StripQuad(strips + places.a, rows)
    b = StripQuad(strips + places.b, rows)
    c = StripQuad(strips + places.c, rows)
    d = StripQuad(strips + places.d, rows)
  }

  /// Adds x · w for four w, where x is another at each place.
  @inline(__always)
  mutating func add(
    _ x: UnsafePointer<Strip>, _ places: FourIndices, times w: (Float, Float, Float, Float)
  ) {
    a.add(x[places.a], times: w)
    b.add(x[places.b], times: w)
    c.add(x[places.c], times: w)
    d.add(x[places.d], times: w)
  }

  /// Adds x · y for four vectors y, where x is another at each place.
  @inline(__always)
  mutating func add(
    _ x: UnsafePointer<Strip>, _ places: FourIndices, times y: (Strip, Strip, Strip, Strip)
  ) {
    a.add(x[places.a], times: y)
    b.add(x[places.b], times: y)
    c.add(x[places.c], times: y)
    d.add(x[places.d], times: y)
  }

  /// Stores the sums of each place.
  @inline(__always)
  func store(
    to strips: UnsafeMutablePointer<Strip>, places: FourIndices, rows: FourIndices
  ) {
    a.store(to: strips + places.a, rows)
    b.store(to: strips + places.b, rows)
    c.store(to: strips + places.c, rows)
    d.store(to: strips + places.d, rows)
  }
}
