/// An option that a step kind takes: declared once, for decoding and for its documentation.
package struct OptionDeclaration<Value: Sendable>: Sendable {
  package enum Presence: Sendable {
    case required
    case optional
    case defaulted(Value)
  }

  /// The key in kebab-case.
  package let key: String
  package let type: OptionType<Value>
  package let presence: Presence
  /// One line that says what the option does, without a full stop.
  package let summary: String

  init(_ key: String, _ type: OptionType<Value>, _ presence: Presence, _ summary: String) {
    self.key = key
    self.type = type
    self.presence = presence
    self.summary = summary
  }

  /// What `daybook steps` shows of it.
  package var documentation: OptionDocumentation {
    let note =
      switch presence {
      case .required: "required"
      case .optional: "optional"
      case .defaulted(let value): "default: \(type.canonical(value))"
      }
    return OptionDocumentation(
      key: key, values: type.description, note: note, summary: summary, choices: type.choices,
      phrases: type.phrases, reference: type.reference)
  }
}

/// An option in words.
package struct OptionDocumentation: Sendable, Equatable {
  package let key: String
  /// What a value may be: "a whole number from 1".
  package let values: String
  /// Whether it is required, optional, or what it is by default.
  package let note: String
  package let summary: String
  /// The words it chooses among; empty where it is not a choice.
  package let choices: [String]
  /// What its values look like that have more words than one.
  package let phrases: [OptionPhrase]
  /// What its words name of the notebook.
  package let reference: OptionReference

  package init(
    key: String, values: String, note: String, summary: String, choices: [String] = [],
    phrases: [OptionPhrase] = [], reference: OptionReference = .nothing
  ) {
    self.choices = choices
    self.phrases = phrases
    self.reference = reference
    self.key = key
    self.values = values
    self.note = note
    self.summary = summary
  }

  /// The words that a value may go on with after those that are there.
  package func words(after begun: [String]) -> [String] {
    guard let first = begun.first else { return choices }
    let beginning = first.first?.isNumber ?? false ? nil : first
    let phrase = phrases.first { $0.beginning == beginning }
    return (phrase?.laterWords ?? []).filter { !begun.contains($0) }
  }
}
