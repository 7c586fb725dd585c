/// Sixteen units side by side, what one vector register of the widest machines holds.
///
/// `a + b * c` on lanes is a product and then a sum, rounded twice on every machine: Swift never
/// contracts it into a fused multiply-add, so narrow and wide registers give the same bits.
typealias Lanes = SIMD16<Float>

extension Lanes {
  /// How many lanes there are.
  static var width: Int { 16 }

  /// How many groups of lanes hold `count` numbers.
  static func groups(for count: Int) -> Int { (count + width - 1) / width }

  /// The sum of all lanes, always in the same order.
  @inline(__always)
  var total: Float {
    let eight = lowHalf + highHalf
    let four = eight.lowHalf + eight.highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }

  /// The largest lane.
  @inline(__always)
  var largest: Float {
    let eight = lowHalf.replacing(with: highHalf, where: lowHalf .< highHalf)
    let four = eight.lowHalf.replacing(with: eight.highHalf, where: eight.lowHalf .< eight.highHalf)
    let two = four.lowHalf.replacing(with: four.highHalf, where: four.lowHalf .< four.highHalf)
    return two.x < two.y ? two.y : two.x
  }
}
