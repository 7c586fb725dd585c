/// Calls `body` with the first index of each sixteen numbers.
@inline(__always)
func forEachLanes(of range: Range<Int>, _ body: (Int) -> Void) {
  var i = range.lowerBound
  while i < range.upperBound {
    body(i)
    i &+= Lanes.width
  }
}

extension UnsafeMutablePointer<Float> {
  /// Sixteen numbers from an index on.
  @inline(__always)
  func lanes(_ index: Int) -> Lanes {
    UnsafeRawPointer(self + index).loadUnaligned(as: Lanes.self)
  }

  @inline(__always)
  func set(_ index: Int, _ lanes: Lanes) {
    UnsafeMutableRawPointer(self + index).storeBytes(of: lanes, as: Lanes.self)
  }
}
