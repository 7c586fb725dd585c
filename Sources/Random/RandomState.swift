/// The Mersenne Twister MT19937, drawn from as NumPy's legacy `RandomState` draws.
///
/// M. Matsumoto and T. Nishimura, "Mersenne twister: a 623-dimensionally equidistributed uniform
/// pseudo-random number generator", ACM Transactions on Modeling and Computer Simulation 8 (1998).
/// With the same seed, the same calls in the same order give NumPy's numbers.
package struct RandomState: Sendable, Equatable {
  private static let size = 624
  private static let period = 397

  private var words: [UInt32]
  /// How many of the words have been drawn since the last twist.
  private var position: Int

  /// The state that `np.random.seed(seed)` leaves.
  package init(seed: UInt32) {
    words = [seed]
    words.reserveCapacity(Self.size)
    for index in 1..<Self.size {
      let previous = words[index - 1]
      words.append(1_812_433_253 &* (previous ^ (previous >> 30)) &+ UInt32(index))
    }
    position = Self.size
  }

  /// The next 32 random bits.
  package mutating func nextUInt32() -> UInt32 {
    if position == Self.size { twist() }
    var word = words[position]
    position += 1
    word ^= word >> 11
    word ^= (word << 7) & 0x9d2c_5680
    word ^= (word << 15) & 0xefc6_0000
    return word ^ (word >> 18)
  }

  /// A number in [0, 1) with 53 random bits, as `np.random.rand()` draws it.
  package mutating func uniform() -> Double {
    let high = nextUInt32() >> 5
    let low = nextUInt32() >> 6
    return (Double(high) * 67_108_864 + Double(low)) / 9_007_199_254_740_992
  }

  /// Shuffles as `np.random.shuffle` shuffles rows: Fisher and Yates, from the last to the second.
  package mutating func shuffle<Element>(_ rows: inout [Element]) {
    for index in rows.indices.dropFirst().reversed() {
      rows.swapAt(index, Int(number(upTo: UInt32(index))))
    }
  }

  /// A whole number in 0...bound: draws as many bits as the bound has until they are within it.
  private mutating func number(upTo bound: UInt32) -> UInt32 {
    let mask = UInt32.max >> UInt32(bound.leadingZeroBitCount)
    while true {
      let candidate = nextUInt32() & mask
      if candidate <= bound { return candidate }
    }
  }

  private mutating func twist() {
    for index in 0..<Self.size {
      let next = words[(index + 1) % Self.size]
      let joined = (words[index] & 0x8000_0000) | (next & 0x7fff_ffff)
      let far = words[(index + Self.period) % Self.size]
      words[index] = far ^ (joined >> 1) ^ (joined & 1 == 0 ? 0 : 0x9908_b0df)
    }
    position = 0
  }
}
