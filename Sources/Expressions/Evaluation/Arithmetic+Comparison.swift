import Results

extension Arithmetic {
  /// Whether a comparison holds; `nil` where the values cannot be compared.
  ///
  /// Integers and numbers are compared by their exact values, as Python does.
  static func compare(_ left: Value, _ right: Value, by comparison: Comparison) -> Bool? {
    switch (left, right) {
    case (.integer(let a), .integer(let b)): holds(a, b, comparison)
    case (.text(let a), .text(let b)):
      // By Unicode scalar, which depends on no locale.
      holds(Scalars(a), Scalars(b), comparison)
    case (.boolean(let a), .boolean(let b)):
      comparison.isEquality ? (a == b) == (comparison == .equal) : nil
    case (.integer(let a), _): right.asNumber.flatMap { compare(a, $0, by: comparison) }
    case (_, .integer(let b)):
      left.asNumber.flatMap { compare(b, $0, by: comparison.mirrored) }
    default: left.asNumber.flatMap { a in right.asNumber.map { holds(a, $0, comparison) } }
    }
  }

  private static func holds<T: Comparable>(_ a: T, _ b: T, _ comparison: Comparison) -> Bool {
    switch comparison {
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    case .equal: a == b
    case .notEqual: a != b
    }
  }

  private static func compare(_ a: Int, _ b: Double, by comparison: Comparison) -> Bool {
    // Beyond the integers' range the sign of `b` decides; nothing compares with no number.
    guard b >= -0x1p63, b < 0x1p63 else { return holds(0, b, comparison) }
    let floor = b.rounded(.down)
    let whole = Int(floor)
    // `a` against `b` is `a` against its floor, and at a tie `b` may be the larger.
    return holds(a == whole ? 0 : (a < whole ? -1 : 1), a == whole && b > floor ? 1 : 0, comparison)
  }

  /// The number that stands in `comparison` to all others; the first of equals, `nil` of none.
  static func extreme(of values: [Value], by comparison: Comparison) -> Value? {
    var best: Value?
    for value in values {
      if value.isUnknown { return value }
      guard let current = best else {
        best = value
        continue
      }
      if compare(value, current, by: comparison) == true { best = value }
    }
    return best
  }
}

extension Comparison {
  /// The comparison that says the same with its sides exchanged.
  fileprivate var mirrored: Comparison {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    case .equal, .notEqual: self
    }
  }
}

/// Text ordered by Unicode scalars.
private struct Scalars: Comparable {
  private let text: String

  init(_ text: String) {
    self.text = text
  }

  static func == (a: Self, b: Self) -> Bool {
    a.text.unicodeScalars.elementsEqual(b.text.unicodeScalars)
  }

  static func < (a: Self, b: Self) -> Bool {
    a.text.unicodeScalars.lexicographicallyPrecedes(b.text.unicodeScalars)
  }
}

extension Value {
  /// The value that arithmetic sees: a proportion counts as its number.
  var withoutProportion: Value {
    if case .proportion(let proportion) = self { .number(proportion.value) } else { self }
  }
}
