/// What kind of value an expression has, known before anything is computed.
package indirect enum ValueType: Sendable, Equatable {
  case boolean
  case integer
  case number
  case text
  case proportion
  case confusion
  case list(ValueType)
  case record([Member])

  /// A named member of a record or of a step, with a line of documentation.
  package struct Member: Sendable, Equatable {
    /// The name in kebab-case, as expressions write it.
    package let name: String
    package let type: ValueType
    package let summary: String

    package init(_ name: String, _ type: ValueType, _ summary: String) {
      self.name = name
      self.type = type
      self.summary = summary
    }
  }
}
