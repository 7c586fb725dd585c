/// Sixteen numbers side by side, what one vector register of the widest machines holds.
///
/// `a + b * c` on lanes is a product and then a sum, rounded twice on every machine: Swift never
/// contracts it into a fused multiply-add, so narrow and wide registers give the same bits.
package typealias Lanes = SIMD16<Float>

extension Lanes {
  /// How many lanes there are.
  static var width: Int { 16 }

  /// The number of each lane.
  static var indices: Lanes { [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] }

  /// How many groups of sixteen hold `count` numbers.
  static func groups(for count: Int) -> Int { (count + width - 1) / width }

  /// The sum over all lanes, always in the same order.
  @inline(__always)
  var total: Float {
    let four = quarters
    return (four[0] + four[1]) + (four[2] + four[3])
  }

  /// The sum of each four lanes that are four apart.
  @inline(__always)
  var quarters: SIMD4<Float> {
    let eight = lowHalf + highHalf
    return eight.lowHalf + eight.highHalf
  }
}

/// The sums of neighbours, those of `a` before those of `b`.
@inline(__always)
func pairSums(_ a: SIMD4<Float>, _ b: SIMD4<Float>) -> SIMD4<Float> {
  let both = SIMD8(lowHalf: a, highHalf: b)
  return both.evenHalf + both.oddHalf
}
