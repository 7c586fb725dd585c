import Random

/// The words of sixteen counters at once, lane by lane: what `CounterRandom` gives for each.
struct CounterLanes {
  typealias Words = SIMD16<UInt32>

  private let key: SIMD2<UInt32>

  init(_ random: CounterRandom) {
    key = random.key
  }

  func words(_ a: Words, _ b: Words, _ c: Words, _ d: Words) -> (Words, Words, Words, Words) {
    var (a, b, c, d, key) = (a, b, c, d, key)
    for _ in 0..<10 {
      let even = a.multiplied(by: 0xD251_1F53)
      let odd = c.multiplied(by: 0xCD9E_8D57)
      (a, b) = (odd.high ^ b ^ Words(repeating: key[0]), odd.low)
      (c, d) = (even.high ^ d ^ Words(repeating: key[1]), even.low)
      key &+= [0x9E37_79B9, 0xBB67_AE85]
    }
    return (a, b, c, d)
  }
}

extension SIMD16<UInt32> {
  /// Both halves of each product, whose upper one is made of products of sixteen bits.
  @inline(__always)
  fileprivate func multiplied(by factor: UInt32) -> (low: Self, high: Self) {
    let half = Self(repeating: 0xFFFF)
    let (low, high) = (Self(repeating: factor & 0xFFFF), Self(repeating: factor >> 16))
    let (x, y) = (self & half, self &>> 16)
    let middle = y &* low &+ ((x &* low) &>> 16)
    let other = x &* high &+ (middle & half)
    return (self &* Self(repeating: factor), y &* high &+ (middle &>> 16) &+ (other &>> 16))
  }
}
