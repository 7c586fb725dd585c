/// Numbers as data files write them: digits with a fraction and an exponent.
enum PlainNumber {
  /// Powers of ten that a `Double` holds exactly.
  private static let powers: [Double] = (0...22).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  /// Reads a number that is not negative; leaves `next` behind it, `nil` for anything else.
  ///
  /// Never reads past a byte that is part of no number. Up to 15 digits and a power of ten up to 22
  /// give the nearest `Double` (W. D. Clinger, "How to read floating point numbers accurately", 1990);
  /// more digits are as near as levels need.
  static func parse(_ next: inout UnsafePointer<UInt8>) -> Double? {
    var mantissa = 0.0
    var (digits, exponent) = (0, 0)
    while next[0].isDigit {
      mantissa = mantissa * 10 + Double(next[0] &- UInt8(ascii: "0"))
      digits += 1
      next += 1
    }
    if next[0] == UInt8(ascii: ".") {
      next += 1
      while next[0].isDigit {
        if digits < 18 {
          mantissa = mantissa * 10 + Double(next[0] &- UInt8(ascii: "0"))
          exponent -= 1
        }
        digits += 1
        next += 1
      }
    }
    guard digits > 0 else { return nil }
    if next[0] | 0x20 == UInt8(ascii: "e") {
      next += 1
      let isNegative = next[0] == UInt8(ascii: "-")
      if isNegative || next[0] == UInt8(ascii: "+") { next += 1 }
      guard next[0].isDigit else { return nil }
      var power = 0
      while next[0].isDigit {
        power = min(10_000, power * 10 + Int(next[0] &- UInt8(ascii: "0")))
        next += 1
      }
      exponent += isNegative ? -power : power
    }
    return scaled(mantissa, exponent)
  }

  private static func scaled(_ mantissa: Double, _ exponent: Int) -> Double {
    var (number, rest) = (mantissa, abs(exponent))
    while rest > 0, number != 0, number.isFinite {
      let step = min(rest, 22)
      number = exponent < 0 ? number / powers[step] : number * powers[step]
      rest -= step
    }
    return number
  }

  /// The number that a field is; `nil` where it is none.
  static func any(_ field: ArraySlice<UInt8>) -> Double? {
    // A line feed behind it ends every number.
    let text = Array(field) + [UInt8(ascii: "\n")]
    return text.withUnsafeBufferPointer { bytes -> Double? in
      guard var next = bytes.baseAddress else { return nil }
      let end = next + field.count
      guard let number = parse(&next), next == end else { return nil }
      return number
    }
  }

  /// A whole number of up to nine digits, also written with a point and zeros.
  static func whole(_ field: UnsafeBufferPointer<UInt8>) -> Int32? {
    let digits = field.prefix { $0.isDigit }
    guard (1...9).contains(digits.count) else { return nil }
    var rest = field[digits.endIndex...]
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst().drop { $0 == UInt8(ascii: "0") }
    }
    guard rest.isEmpty else { return nil }
    return digits.reduce(0) { $0 * 10 + Int32($1 &- UInt8(ascii: "0")) }
  }
}
