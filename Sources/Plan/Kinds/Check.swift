package import Expressions
package import Notebook
package import Results

/// Judges claims of the prose by the values of the run.
package struct Check: StepDeclaration {
  package let claims: [Claim]

  package struct Claim: Sendable, Equatable {
    package let sentence: String
    /// As written.
    package let text: String
    package let expression: Expression
    package let range: SourceRange
  }

  package static let syntax = StepSyntax("check", body: .claims)
  package static let documentation = StepDocumentation(
    summary: "Judges claims of the prose by the values of the run.",
    options: [
      OptionDocumentation(
        key: "SENTENCE", values: "an expression that is true or false", note: "one or more",
        summary: "a claim in words, and the same claim as an expression")
    ],
    example: "The network reads most digits: dev.accuracy > 0.5")

  static let members: [ValueType.Member] = [
    .init("claims", .integer, "how many claims there are"),
    .init("held", .integer, "how many of them hold"),
  ]

  package static let yields = DeclaredYields.always(members)
  package static let drawsAtRandom = false
  package static let provides: [Provision] = []
  package static let timing = StepTiming.atTheEnd

  package init?(decoding decoder: inout OptionDecoder) {
    guard let claims = decoder.claims(example: Self.documentation.example) else { return nil }
    self.claims = claims
  }

  package var version: Int { 2 }
  package var yields: [ValueType.Member] { Self.members }
  package var provides: [Provision] { Self.provides }
  package var lengthOptions: Set<String> { [] }
  package var inputFiles: [InputFiles] { [] }
  package var outputFile: String? { nil }
  package var mostTables: Int { 0 }
  package var judgement: Judgement? { nil }
  package var choices: [SetChoice] { [] }
  package var pageNetwork: PageNetwork? { nil }
  package var runs: PlannedRuns? { nil }

  package func accept<Visitor: StepVisitor>(_ visitor: Visitor) -> Visitor.Result {
    visitor.visit(self)
  }
}
