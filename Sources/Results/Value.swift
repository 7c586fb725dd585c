/// A value that a step yields: what inline values show, checks judge and `results.json` holds.
package indirect enum Value: Sendable, Equatable {
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case proportion(Proportion)
  case confusion(ConfusionMatrix)
  case list([Value])
  case record([Field])
  /// A value that this run cannot know, with the reason in words ("the test set has no labels").
  case unknown(because: String)
}

/// A named value, as one member of a step's values or of a record.
package struct Field: Sendable, Equatable {
  /// The name in kebab-case, as expressions write it.
  package let name: String
  package let value: Value

  package init(_ name: String, _ value: Value) {
    self.name = name
    self.value = value
  }
}

extension Value {
  /// The value as a real number, where it is one: an integer, a number or a proportion.
  package var asNumber: Double? {
    switch self {
    case .integer(let integer): Double(integer)
    case .number(let number): number
    case .proportion(let proportion): proportion.value
    default: nil
    }
  }
}
