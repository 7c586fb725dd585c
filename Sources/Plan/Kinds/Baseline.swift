package import Notebook
package import Results

/// Judges a rule that needs no training on the examples that a network is judged on.
package struct Baseline: StepDeclaration {
  package enum Rule: String, CaseIterable, Sendable {
    /// The class whose images are on average nearest.
    case nearestMean = "nearest-mean"
    /// Always the class that is commonest.
    case commonest
  }

  package let rule: Rule
  /// What the rule takes its means or counts from.
  package let source: SetReference
  /// What it is judged on.
  package let examples: SetReference

  static let ruleOption = OptionDeclaration<Rule>(
    "rule", .choice, .defaulted(.nearestMean),
    "how to read an image: as the class whose mean image is nearest, or always as the commonest")
  static let from = OptionDeclaration<String>(
    "from", .setName, .defaulted(ExampleSetName.training.name),
    "the labelled examples whose means or counts the rule takes")

  /// The options that name the two sets.
  package static let sourceKey = from.key
  package static let setKey = Evaluate.on.key

  package static let syntax = StepSyntax("baseline", showsOptions: true)
  package static let documentation = StepDocumentation(
    summary: "Judges a rule that needs no training, beside which a network has to show its worth.",
    options: [ruleOption.documentation, from.documentation, Evaluate.on.documentation],
    example: "rule: nearest-mean\non: dev")

  static let members: [ValueType.Member] = [
    .init("accuracy", .proportion, "examples read correctly"),
    .init("examples", .integer, "examples judged"),
    .init("numbers", .integer, "numbers that the rule takes from the examples it knows"),
  ]

  package static let yields = DeclaredYields.always(members)
  package static let drawsAtRandom = false
  package static let provides: [Provision] = []
  package static let timing = StepTiming.inOrder

  package init?(decoding decoder: inout OptionDecoder) {
    let rule = decoder.value(Self.ruleOption)
    let source = decoder.setReference(Self.from, default: .training)
    let examples = decoder.setReference(Evaluate.on, default: .dev)
    guard let rule, let source, let examples else { return nil }
    self.rule = rule
    self.source = source
    self.examples = examples
    decoder.warnOfJudging(examples, ruleFrom: source, at: Evaluate.on.key)
  }

  package var version: Int { 1 }
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
