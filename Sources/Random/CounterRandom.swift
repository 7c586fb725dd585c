/// Random numbers without a state: the same seed and counter give the same numbers, in any order.
///
/// Philox4x32-10 of J. K. Salmon, M. A. Moraes, R. O. Dror and D. E. Shaw, "Parallel random numbers:
/// as easy as 1, 2, 3", SC11 (2011).
package struct CounterRandom: Sendable {
  package let key: SIMD2<UInt32>

  /// Takes a seed and what the numbers are for, so that no two purposes draw the same ones.
  package init(seed: UInt32, purpose: UInt32) {
    key = [seed, purpose]
  }

  /// The four words of a counter, each of which is random in all of its bits.
  package func words(_ counter: SIMD4<UInt32>) -> SIMD4<UInt32> {
    var (counter, key) = (counter, key)
    for _ in 0..<10 {
      let even = UInt64(counter[0]) * 0xD251_1F53
      let odd = UInt64(counter[2]) * 0xCD9E_8D57
      counter = [
        UInt32(odd >> 32) ^ counter[1] ^ key[0], UInt32(truncatingIfNeeded: odd),
        UInt32(even >> 32) ^ counter[3] ^ key[1], UInt32(truncatingIfNeeded: even),
      ]
      key &+= [0x9E37_79B9, 0xBB67_AE85]
    }
    return counter
  }
}
