package import Language

/// Something that was concluded of the files of a data set and that nobody said.
package struct DataNote: Sendable, Equatable {
  /// What it is, in one line with no full stop.
  package let fact: Words
  /// How to say it instead; `nil` where what was said left no choice.
  package let help: String?

  init(_ fact: Words, help: String?) {
    self.fact = fact
    self.help = help
  }
}
