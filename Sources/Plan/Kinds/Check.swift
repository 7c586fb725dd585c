package import Expressions
package import Notebook
import Results

/// Judges claims of the prose by the values of the run.
package struct Check: Sendable, Equatable {
  package let claims: [Claim]

  package struct Claim: Sendable, Equatable {
    package let sentence: String
    /// As written.
    package let text: String
    package let expression: Expression
    package let range: SourceRange
  }

  static let documentation = StepDocumentation(
    kind: .check, summary: "Judges claims of the prose by the values of the run.",
    options: [
      OptionDocumentation(
        key: "SENTENCE", values: "an expression that is true or false", note: "one or more",
        summary: "a claim in words, and the same claim as an expression")
    ],
    example: "The network reads most digits: dev.accuracy > 0.5", yields: yields)

  static let yields: [ValueType.Member] = [
    .init("claims", .integer, "how many claims there are"),
    .init("held", .integer, "how many of them hold"),
  ]
}
