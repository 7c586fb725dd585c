/// Five vectors of lanes side by side: as many sums as stay in registers of 256 bits too.
struct LaneTile {
  static let width = 5

  /// How many tiles hold `count` units.
  static func tiles(for count: Int) -> Int { (count + width - 1) / width }

  var (a, b, c, d, e) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)

  @inline(__always)
  init() {}

  /// Five numbers, each in all lanes.
  @inline(__always)
  init(repeating numbers: UnsafePointer<Float>) {
    a = Lanes(repeating: numbers[0])
    b = Lanes(repeating: numbers[1])
    c = Lanes(repeating: numbers[2])
    d = Lanes(repeating: numbers[3])
    e = Lanes(repeating: numbers[4])
  }

  @inline(__always)
  func store(to lanes: UnsafeMutablePointer<Lanes>) {
    (lanes[0], lanes[1], lanes[2], lanes[3], lanes[4]) = (a, b, c, d, e)
  }

  /// Adds x · w for five numbers w.
  @inline(__always)
  mutating func add(_ x: Lanes, times w: UnsafePointer<Float>) {
    a += x * w[0]
    b += x * w[1]
    c += x * w[2]
    d += x * w[3]
    e += x * w[4]
  }

  /// Adds x · y for five vectors y, lane by lane.
  @inline(__always)
  mutating func add(_ x: Lanes, times y: UnsafePointer<Lanes>) {
    a += x * y[0]
    b += x * y[1]
    c += x * y[2]
    d += x * y[3]
    e += x * y[4]
  }

  /// Adds the sum over lanes of each to one of five numbers, always in the same order.
  @inline(__always)
  func addTotals(to sums: UnsafeMutablePointer<Float>) {
    let four = pairSums(pairSums(a.quarters, b.quarters), pairSums(c.quarters, d.quarters))
    let last = pairSums(e.quarters, e.quarters)
    sums[0] += four[0]
    sums[1] += four[1]
    sums[2] += four[2]
    sums[3] += four[3]
    sums[4] += last[0] + last[1]
  }
}
