package import Results

/// A step kind in words: what `daybook steps` shows.
package struct StepDocumentation: Sendable {
  /// One sentence.
  package let summary: String
  package let options: [OptionDocumentation]
  /// What an option chooses among, each with options of its own; empty for most kinds.
  package var variants: [Variant] = []
  /// A body that works.
  package let example: String
  /// What a step yields, of a kind whose options say it in full; empty for other kinds.
  var yields: [ValueType.Member] = []

  /// A way to use a kind, such as a figure of `plot`.
  package struct Variant: Sendable {
    /// The value that chooses it.
    package let name: String
    package let summary: String
    package let options: [OptionDocumentation]
    package let yields: [ValueType.Member]
  }
}
