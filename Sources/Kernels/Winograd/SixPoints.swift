/// Six numbers side by side, or what stands for them at the points 0, 1, -1, 2, -1/2 and ∞.
///
/// As polynomials are multiplied by their values at points, m sums of r products each, laid over
/// m + r - 1 = 6 numbers, take six products instead of m · r; in two dimensions, 36. What leads there
/// and back are sums.
///
/// S. Winograd, "Arithmetic complexity of computations", SIAM (1980); A. Lavin and S. Gray, "Fast
/// algorithms for convolutional neural networks", CVPR (2016). Points whose products cancel lose
/// less to rounding: B. Barabasz, A. Anderson, K. M. Soodhalter and D. Gregg, "Error analysis and
/// improving the accuracy of Winograd convolution for deep neural networks", ACM Transactions on
/// Mathematical Software 46 (2020).
struct SixPoints<Vector: SIMD> where Vector.Scalar == Float {
  private let (a, b, c): (Vector, Vector, Vector)
  private let (d, e, f): (Vector, Vector, Vector)

  @inline(__always)
  private init(
    _ a: Vector, _ b: Vector, _ c: Vector, _ d: Vector, _ e: Vector, _ f: Vector
  ) {
    (self.a, self.b, self.c) = (a, b, c)
    (self.d, self.e, self.f) = (d, e, f)
  }

  /// Numbers that stand `stride` apart.
  @inline(__always)
  init(_ numbers: UnsafePointer<Vector>, _ stride: Int) {
    (a, b, c) = (numbers[0], numbers[stride], numbers[2 &* stride])
    (d, e, f) = (numbers[3 &* stride], numbers[4 &* stride], numbers[5 &* stride])
  }

  @inline(__always)
  func store(to numbers: UnsafeMutablePointer<Vector>, _ stride: Int) {
    (numbers[0], numbers[stride], numbers[2 &* stride]) = (a, b, c)
    (numbers[3 &* stride], numbers[4 &* stride], numbers[5 &* stride]) = (d, e, f)
  }

  /// What stands for six numbers that a kernel is laid over.
  ///
  /// Each row of this transform has the coefficients of Π (x - q) over the other finite points q.
  @inline(__always)
  var ofInputs: SixPoints {
    let (even, odd) = (e - c, d - b)
    let (middle, half) = (c * 1.5, d * 0.5)
    return SixPoints(
      (a - c) + (even - odd * 1.5),
      (even - middle) - (b + half),
      (even + middle) + (b - d * 2.5),
      even + odd * 0.5,
      even - odd * 2,
      (f - d) - (odd + even * 1.5))
  }

  /// The way back of `ofInputs`: the slopes by six numbers from those by what stands for them.
  @inline(__always)
  var slopesOfInputs: SixPoints {
    let (sum, difference) = (b + c, c - b)
    return SixPoints(
      a,
      (a * 1.5 + difference) + (e * 2 - d * 0.5) + f,
      (c * 0.5 - b * 2.5) - (d + e) + (f * 1.5 - a * 2),
      (d * 0.5 - e * 2) - (b * 0.5 + c * 2.5) - (a * 1.5 + f * 2),
      (a + sum) + (d + e) - f * 1.5,
      f)
  }

  /// The values at the points of a polynomial with `count` coefficients, from two to five, which stand
  /// `stride` apart.
  @inline(__always)
  static func values(
    of numbers: UnsafePointer<Vector>, _ stride: Int, count: Int
  ) -> SixPoints {
    let last = numbers[(count &- 1) &* stride]
    var (one, minusOne, two, minusHalf) = (last, last, last, last)
    var index = count &- 2
    while index >= 0 {
      let number = numbers[index &* stride]
      one = number + one
      minusOne = number - minusOne
      two = number + two * 2
      minusHalf = number - minusHalf * 0.5
      index &-= 1
    }
    return SixPoints(numbers[0], one, minusOne, two, minusHalf, last)
  }

  /// The values divided by Π (p - q) over the other finite points q of each: what stands for a kernel.
  @inline(__always)
  var divided: SixPoints {
    SixPoints(a, b * (-1 / 3), c * (1 / 3), d * (1 / 15), e * (-16 / 15), f)
  }

  /// The sums that products at the points stand for: `count` of them, from two to five.
  @inline(__always)
  func storeSums(to numbers: UnsafeMutablePointer<Vector>, _ stride: Int, count: Int) {
    let (sum, difference) = (b + c, b - c)
    numbers[0] = (a + sum) + (d + e)
    var second = difference + (d * 2 - e * 0.5)
    if count > 2 {
      numbers[stride] = second
      second = sum + (d * 4 + e * 0.25)
    }
    if count > 3 {
      numbers[2 &* stride] = second
      second = difference + (d * 8 - e * 0.125)
    }
    if count > 4 {
      numbers[3 &* stride] = second
      second = sum + (d * 16 + e * 0.0625)
    }
    numbers[(count &- 1) &* stride] = second + f
  }
}
