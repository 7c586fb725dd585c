extension Value {
  /// Whether the value is of a declared type; an unknown value is of every type.
  ///
  /// A record has exactly the declared members in the declared order. An integer does for a
  /// number, as in arithmetic.
  package func conforms(to type: ValueType) -> Bool {
    switch (self, type) {
    case (.unknown, _), (.boolean, .boolean), (.integer, .integer), (.integer, .number),
      (.number, .number), (.text, .text), (.proportion, .proportion), (.confusion, .confusion):
      true
    case (.list(let items), .list(let element)):
      items.allSatisfy { $0.conforms(to: element) }
    case (.record(let fields), .record(let members)):
      fields.count == members.count
        && zip(fields, members).allSatisfy { field, member in
          field.name == member.name && field.value.conforms(to: member.type)
        }
    default: false
    }
  }
}
