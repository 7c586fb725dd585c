/// What stands behind the text of an inline value: the number in full and, of a share, its count and
/// its interval.
package struct ValueFacts: Sendable, Equatable {
  /// The number with all of its digits, as programs read it.
  package let number: String
  /// Where the number is a share of a whole.
  package let proportion: Proportion?

  /// `nil` for what is no number, and for numbers that cannot be written.
  package init?(_ value: Value) {
    switch value {
    case .integer(let integer): (number, proportion) = (String(integer), nil)
    case .number(let double) where double.isFinite: (number, proportion) = ("\(double)", nil)
    case .proportion(let share): (number, proportion) = ("\(share.value)", share)
    default: return nil
    }
  }
}
