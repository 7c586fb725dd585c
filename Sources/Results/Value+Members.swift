extension Value {
  /// The elements of a list; `nil` for other values.
  package var items: [Value]? {
    if case .list(let items) = self { items } else { nil }
  }

  /// The member of a record; `nil` where it has none of that name, and for other values.
  package subscript(name: String) -> Value? {
    guard case .record(let fields) = self else { return nil }
    return fields.first { $0.name == name }?.value
  }

  /// Whether the value is, or holds, a number that is infinite or not one.
  package var hasLostNumber: Bool {
    switch self {
    case .number(let number): !number.isFinite
    case .list(let items): items.contains(where: \.hasLostNumber)
    case .record(let fields): fields.contains { $0.value.hasLostNumber }
    case .boolean, .integer, .text, .proportion, .confusion, .unknown: false
    }
  }
}
