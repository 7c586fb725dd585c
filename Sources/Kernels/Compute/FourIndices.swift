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

  init(_ a: Int, _ b: Int, _ c: Int, _ d: Int, count: Int) {
    (self.a, self.b, self.c, self.d) = (a, b, c, d)
    self.count = count
  }

  /// The strips at these indices.
  @inline(__always)
  func strips(of array: UnsafePointer<Strip>) -> (Strip, Strip, Strip, Strip) {
    (array[a], array[b], array[c], array[d])
  }

  /// The numbers at these indices, each in all lanes.
  @inline(__always)
  func numbers(of array: UnsafePointer<Float>) -> (Strip, Strip, Strip, Strip) {
    (
      Strip(repeating: array[a]), Strip(repeating: array[b]), Strip(repeating: array[c]),
      Strip(repeating: array[d])
    )
  }

  @inline(__always)
  func four(of array: UnsafePointer<Float>) -> SIMD4<Float> {
    SIMD4(array[a], array[b], array[c], array[d])
  }

  @inline(__always)
  func set(_ numbers: SIMD4<Float>, in array: UnsafeMutablePointer<Float>) {
    (array[a], array[b]) = (numbers[0], numbers[1])
    (array[c], array[d]) = (numbers[2], numbers[3])
  }

  /// The third and the fourth in the place of the first two.
  @inline(__always)
  var lastTwo: FourIndices { FourIndices(c, d, c, d, count: count) }

  /// 0, 1, 2 and 3.
  static let first = FourIndices(0, 1, 2, 3, count: 4)

  @inline(__always)
  func times(_ factor: Int) -> FourIndices {
    FourIndices(a &* factor, b &* factor, c &* factor, d &* factor, count: count)
  }
}
