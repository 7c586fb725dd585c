package import Results

/// A step kind in words: what `daybook steps` shows.
package struct StepDocumentation: Sendable {
  package let kind: StepKind
  /// One sentence.
  package let summary: String
  package let options: [OptionDocumentation]
  /// What an option chooses among, each with options of its own; empty for most kinds.
  package var variants: [Variant] = []
  /// A body that works.
  package let example: String
  package let yields: [ValueType.Member]

  /// A way to use a kind, such as a figure of `plot`.
  package struct Variant: Sendable {
    /// The value that chooses it.
    package let name: String
    package let summary: String
    package let options: [OptionDocumentation]
  }
}

extension StepKind {
  package var documentation: StepDocumentation {
    switch self {
    case .load: Load.documentation
    case .split: Split.documentation
    case .train: Train.documentation
    case .evaluate: Evaluate.documentation
    case .plot: Plot.documentation
    case .predict: Predict.documentation
    case .try: Try.documentation
    case .source: SourceListing.documentation
    case .check: Check.documentation
    }
  }
}
