/// Four neighbouring indices, the last one again in the place of those beyond the end.
struct FourIndices {
  let (a, b, c, d): (Int, Int, Int, Int)
  /// How many of them are within the end.
  let count: Int

  @inline(__always)
  init(_ first: Int, within end: Int) {
    let last = end &- 1
    (a, b) = (min(first, last), min(first &+ 1, last))
    (c, d) = (min(first &+ 2, last), min(first &+ 3, last))
    count = min(4, max(0, end &- first))
  }

  private init(_ a: Int, _ b: Int, _ c: Int, _ d: Int, count: Int) {
    (self.a, self.b, self.c, self.d) = (a, b, c, d)
    self.count = count
  }

  @inline(__always)
  func times(_ factor: Int) -> FourIndices {
    FourIndices(a &* factor, b &* factor, c &* factor, d &* factor, count: count)
  }
}
