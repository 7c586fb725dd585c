/// A positive number in decimal: 0.d₀d₁d₂… × 10^point, with d₀ not 0 unless the number is 0.
package struct Decimal {
  /// Digits 0...9, the most significant first; empty for 0.
  package private(set) var digits: [UInt8]
  /// Where the decimal point stands: before the digit of this index.
  package private(set) var point: Int

  /// The exact value of a finite number's magnitude; every double is a finite decimal.
  package init(exactly number: Double) {
    let isSubnormal = number.exponentBitPattern == 0
    let significand = number.significandBitPattern | (isSubnormal ? 0 : 1 << 52)
    let exponent = max(1, Int(number.exponentBitPattern)) - 1075
    var integer = BigInteger(significand)
    // m × 2^-k is m × 5^k × 10^-k.
    integer.multiply(by: exponent < 0 ? 5 : 2, power: exponent.magnitude)
    self.init(digits: integer.digits, decimals: max(0, -exponent))
  }

  /// The magnitude of a finite number with the fewest digits that read back as it.
  package init(shortest number: Double) {
    // Swift's description has exactly these digits, as "12.5", "1e-05" or "1.25e+20".
    var digits: [UInt8] = []
    var decimals = 0
    var exponent = 0
    let parts = String(describing: number.magnitude).split(separator: "e")
    if parts.count == 2 { exponent = Int(parts[1]) ?? 0 }
    var isFraction = false
    for byte in (parts.first ?? "0").utf8 {
      if byte == UInt8(ascii: ".") {
        isFraction = true
      } else {
        digits.append(byte - UInt8(ascii: "0"))
        decimals += isFraction ? 1 : 0
      }
    }
    self.init(digits: digits, decimals: decimals - exponent)
  }

  private init(digits: [UInt8], decimals: Int) {
    self.digits = digits
    point = digits.count - decimals
    trim()
  }

  /// Drops zeros at both ends.
  private mutating func trim() {
    let leading = digits.prefix { $0 == 0 }.count
    digits.removeFirst(leading)
    point -= leading
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { point = 0 }
  }

  /// Rounds to so many digits after the decimal point, halves to even.
  package mutating func round(toDecimals decimals: Int) {
    round(toDigits: point + decimals)
  }

  /// Rounds to so many significant digits, halves to even.
  package mutating func round(toDigits count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = []
      point = 0
      return
    }
    let rest = digits[count...]
    let isOdd = count > 0 && digits[count - 1] % 2 == 1
    // There are no zeros at the end, so one 5 alone is exactly a half.
    let isUp = rest.first.map { $0 > 5 || ($0 == 5 && (rest.count > 1 || isOdd)) } ?? false
    digits.removeSubrange(count...)
    if isUp { increment() }
    trim()
  }

  /// Adds one in the last place.
  private mutating func increment() {
    for index in digits.indices.reversed() {
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
    point += 1
  }

  /// The digit at `index`, which may lie before the first or after the last.
  package func digit(at index: Int) -> Character {
    let digit = digits.indices.contains(index) ? digits[index] : 0
    return Character(Unicode.Scalar(UInt8(ascii: "0") + digit))
  }

  /// The number as "0.125e3", which `Double` reads back.
  package var scientific: String {
    "0." + String(digits.indices.map(digit(at:))) + "0e\(point)"
  }
}

/// A natural number of any size, for exact powers of 2 and 5.
private struct BigInteger {
  /// Base 10^9, the least significant first.
  private var limbs: [UInt32] = []

  init(_ value: UInt64) {
    var rest = value
    while rest > 0 {
      limbs.append(UInt32(rest % 1_000_000_000))
      rest /= 1_000_000_000
    }
  }

  mutating func multiply(by base: UInt32, power: UInt) {
    // 5^13 and 2^31 are the largest powers within 32 bits.
    let step: UInt = base == 5 ? 13 : 31
    for _ in 0..<(power / step) { multiply(by: Self.power(base, step)) }
    multiply(by: Self.power(base, power % step))
  }

  private static func power(_ base: UInt32, _ exponent: UInt) -> UInt32 {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }

  private mutating func multiply(by factor: UInt32) {
    var carry: UInt64 = 0
    for index in limbs.indices {
      let product = UInt64(limbs[index]) * UInt64(factor) + carry
      limbs[index] = UInt32(product % 1_000_000_000)
      carry = product / 1_000_000_000
    }
    while carry > 0 {
      limbs.append(UInt32(carry % 1_000_000_000))
      carry /= 1_000_000_000
    }
  }

  /// Decimal digits, the most significant first, with zeros before them.
  var digits: [UInt8] {
    limbs.reversed().flatMap { limb in
      var rest = limb
      var digits: [UInt8] = []
      for _ in 0..<9 {
        digits.append(UInt8(rest % 10))
        rest /= 10
      }
      return digits.reversed()
    }
  }
}
