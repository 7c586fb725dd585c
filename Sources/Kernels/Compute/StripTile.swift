#if AVX512 || arch(arm64)
  /// Four sums at each of four places: sixteen registers of thirty-two.
  typealias StripTile = WideStripTile
#else
  /// Four sums at each of two places: eight registers of sixteen, the others for what is multiplied.
  typealias StripTile = NarrowStripTile
#endif

/// Four sums at each of some places, strip by strip.
protocol SumTile {
  /// How many places.
  static var width: Int { get }

  /// Each place begins with the same four sums.
  init(_ sums: StripQuad)

  /// The sums that `store` has left.
  init(_ strips: UnsafePointer<Strip>, places: FourIndices, rows: FourIndices)

  /// Adds x · y for four vectors y, lane by lane, where x is another at each place.
  mutating func add(
    _ x: UnsafePointer<Strip>, _ places: FourIndices, times y: (Strip, Strip, Strip, Strip))

  /// The sums of a place.
  func quad(_ place: Int) -> StripQuad

  /// Stores the sums of each place, the first where several are one.
  func store(to strips: UnsafeMutablePointer<Strip>, places: FourIndices, rows: FourIndices)
}

/// One place.
extension StripQuad: SumTile {
  static let width = 1

  @inline(__always)
  init(_ sums: StripQuad) { self = sums }

  @inline(__always)
  init(_ strips: UnsafePointer<Strip>, places: FourIndices, rows: FourIndices) {
    self.init(strips + places.a, rows)
  }

  @inline(__always)
  mutating func add(
    _ x: UnsafePointer<Strip>, _ places: FourIndices, times y: (Strip, Strip, Strip, Strip)
  ) {
    add(x[places.a], times: y)
  }

  @inline(__always)
  func quad(_ place: Int) -> StripQuad { self }

  @inline(__always)
  func store(
    to strips: UnsafeMutablePointer<Strip>, places: FourIndices, rows: FourIndices
  ) {
    store(to: strips + places.a, rows)
  }
}

/// A strip of four sums at two places each.
struct NarrowStripTile: SumTile {
  static let width = 2
  private var (a, b): (StripQuad, StripQuad)

  /// Each place begins with the same four sums.
  @inline(__always)
  init(_ sums: StripQuad) { (a, b) = (sums, sums) }

  /// The sums that `store` has left.
  @inline(__always)
  init(_ strips: UnsafePointer<Strip>, places: FourIndices, rows: FourIndices) {
    a = StripQuad(strips + places.a, rows)
    b = StripQuad(strips + places.b, rows)
  }

  /// Adds x · y for four vectors y, lane by lane, where x is another at each place.
  @inline(__always)
  mutating func add(
    _ x: UnsafePointer<Strip>, _ places: FourIndices, times y: (Strip, Strip, Strip, Strip)
  ) {
    a.add(x[places.a], times: y)
    b.add(x[places.b], times: y)
  }

  @inline(__always)
  func quad(_ place: Int) -> StripQuad { place == 0 ? a : b }

  /// Stores the sums of each place, the first where two are one.
  @inline(__always)
  func store(
    to strips: UnsafeMutablePointer<Strip>, places: FourIndices, rows: FourIndices
  ) {
    a.store(to: strips + places.a, rows)
    b.store(to: strips + places.b, rows)
  }

  /// Adds the sum over lanes of each sum to a number, once where two are one.
  @inline(__always)
  func addTotals(
    to numbers: UnsafeMutablePointer<Float>, places: FourIndices, rows: FourIndices
  ) {
    let (left, right) = (numbers + places.a, numbers + places.b)
    let (first, second) = (
      a.totals(plus: rows.four(of: left)), b.totals(plus: rows.four(of: right))
    )
    rows.set(first, in: left)
    rows.set(second, in: right)
  }
}

/// A strip of four sums at four places each.
struct WideStripTile: SumTile {
  static let width = 2 * NarrowStripTile.width
  private var (left, right): (NarrowStripTile, NarrowStripTile)

  /// Each place begins with the same four sums.
  @inline(__always)
  init(_ sums: StripQuad) { (left, right) = (NarrowStripTile(sums), NarrowStripTile(sums)) }

  /// The sums that `store` has left.
  @inline(__always)
  init(_ strips: UnsafePointer<Strip>, places: FourIndices, rows: FourIndices) {
    left = NarrowStripTile(strips, places: places, rows: rows)
    right = NarrowStripTile(strips, places: places.lastTwo, rows: rows)
  }

  /// Adds x · y for four vectors y, lane by lane, where x is another at each place.
  @inline(__always)
  mutating func add(
    _ x: UnsafePointer<Strip>, _ places: FourIndices, times y: (Strip, Strip, Strip, Strip)
  ) {
    left.add(x, places, times: y)
    right.add(x, places.lastTwo, times: y)
  }

  @inline(__always)
  func quad(_ place: Int) -> StripQuad {
    place < NarrowStripTile.width ? left.quad(place) : right.quad(place - NarrowStripTile.width)
  }

  /// Stores the sums of each place, the first where two are one.
  @inline(__always)
  func store(
    to strips: UnsafeMutablePointer<Strip>, places: FourIndices, rows: FourIndices
  ) {
    left.store(to: strips, places: places, rows: rows)
    right.store(to: strips, places: places.lastTwo, rows: rows)
  }

  @inline(__always)
  func addTotals(
    to numbers: UnsafeMutablePointer<Float>, places: FourIndices, rows: FourIndices
  ) {
    left.addTotals(to: numbers, places: places, rows: rows)
    guard places.count > NarrowStripTile.width else { return }
    right.addTotals(to: numbers, places: places.lastTwo, rows: rows)
  }
}
