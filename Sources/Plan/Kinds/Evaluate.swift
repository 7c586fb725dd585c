package import Notebook
package import Results

/// Judges a trained network on labelled examples.
package struct Evaluate: StepDeclaration {
  /// The step that trains the network.
  package let model: StepID
  package let examples: SetReference
  /// The same step where it has a name of its own, which captions tell: one alone needs none.
  package let namedModel: StepID?
  /// The part of the set that is judged; `nil` for all of it.
  package let rows: ClosedRange<Int>?
  /// How many of the misread examples are listed; `nil` for all.
  package let listed: Int?
  /// The choices that steps above make by these examples.
  package let earlierChoices: EarlierChoices

  static let modelName = OptionDeclaration<String>(
    "model", .stepName(.network), .optional, "the train step; the nearest one above where left out")
  static let on = OptionDeclaration<String>(
    "on", .setName, .defaulted(ExampleSetName.dev.name), "the labelled examples to judge it on")

  static let listedOption = OptionDeclaration<Int>(
    "misclassified", .wholeNumber(0...Int(Int32.max)), .optional,
    "how many of the examples read wrongly to list, which takes room in the page; all where left out"
  )

  static let rowsOption = OptionDeclaration<ClosedRange<Int>>(
    "rows", .rows, .optional, "the part of the set to judge it on; all of it where left out")

  package static let syntax = StepSyntax("evaluate", tables: 2)
  package static let documentation = StepDocumentation(
    summary: "Judges a trained network on labelled examples.",
    options: [
      modelName.documentation, on.documentation, rowsOption.documentation,
      listedOption.documentation,
    ],
    example: "on: dev")

  static let members: [ValueType.Member] = [
    .init("accuracy", .proportion, "examples read correctly"),
    .init("loss", .number, "mean cross-entropy, in nats"),
    .init("examples", .integer, "examples judged"),
    .init("errors", .integer, "examples read wrongly"),
    .init("confusion", .confusion, "how often each class was read as each class"),
    .init(
      "per-class",
      .list(
        .record([
          .init("class", .integer, "the class"),
          .init("name", .text, "what it is called"),
          .init("support", .integer, "examples of the class"),
          .init("precision", .number, "of those read as the class, the share that are it"),
          .init("recall", .number, "of the class, the share read as it"),
          .init("f1", .number, "the harmonic mean of precision and recall"),
        ])), "precision, recall and F1 of each class, from class 0"),
    .init("macro-f1", .number, "the mean of the classes' F1"),
    .init(
      "confused",
      .list(
        .record([
          .init("first", .integer, "the smaller class"),
          .init("second", .integer, "the larger class"),
          .init("first-name", .text, "what the smaller is called"),
          .init("second-name", .text, "what the larger is called"),
          .init("count", .integer, "examples of either read as the other"),
          .init("first-as-second", .integer, "examples of the smaller read as the larger"),
          .init("second-as-first", .integer, "examples of the larger read as the smaller"),
        ])), "the ten most confused pairs of classes, most confused first"),
    .init(
      "misclassified",
      .list(
        .record([
          .init("index", .integer, "the example's place in the set, from 0"),
          .init("label", .integer, "what it is"),
          .init("predicted", .integer, "what it was read as"),
          .init("probability", .number, "the network's probability of that reading"),
        ])), "the examples read wrongly, in the order of the set; as many as `misclassified` says"),
    .init(
      "reliability",
      .list(
        .record([
          .init("low", .number, "the least probability of this tenth"),
          .init("high", .number, "the greatest"),
          .init("examples", .integer, "readings whose probability is within it"),
          .init("probability", .number, "the mean of their probabilities"),
          .init("accuracy", .proportion, "those of them that are right"),
        ])),
      "how often the network is right by how sure it is, a record for each tenth of the "
        + "probabilities"),
    .init(
      "calibration-error", .number,
      "by how much probability and accuracy of these tenths differ in the mean, by their examples"),
    .init(
      "choices", .integer,
      "how often steps above use the examples to choose among networks, readings of others among "
        + "them"),
  ]

  package static let yields = DeclaredYields.always(members)
  package static let drawsAtRandom = false
  package static let provides: [Provision] = [.evaluation, .predictions]
  package static let timing = StepTiming.inOrder

  package init?(decoding decoder: inout OptionDecoder) {
    let model = decoder.reference(Self.modelName, to: .network, taking: "model")
    let examples = decoder.setReference(Self.on, default: .dev)
    let hasRows = decoder.isWritten(Self.rowsOption)
    rows = decoder.optional(Self.rowsOption)
    listed = decoder.optional(Self.listedOption)
    guard !hasRows || rows != nil else { return nil }
    guard let model, let examples else { return nil }
    self.model = model
    self.examples = examples
    namedModel = model.name == Train.syntax.kind ? nil : model
    // Captions tell the name, so it is a part of what the step is stored by.
    if let name = namedModel { decoder.set(Self.modelName.key, to: "\(name)") }
    earlierChoices = decoder.earlierChoices(by: examples, rows: rows, judging: model)
    decoder.warnOfReading(examples, after: earlierChoices, at: Self.on.key)
    decoder.warnOfLearned(examples, rows: rows, by: model, at: Self.on.key)
    decoder.warnOfWatched(examples, by: model, at: Self.on.key)
    if let count = decoder.scope.count(of: examples), let problem = rowsProblem(of: count) {
      decoder.diagnose(problem.fact, at: Self.rowsOption.key, help: problem.help)
    }
  }

  /// What is wrong with the rows of a set of so many, and what to do; `nil` where all are there.
  package func rowsProblem(of count: Int) -> (fact: String, help: String)? {
    guard let rows, rows.upperBound >= count else { return nil }
    return (
      "the \(examples.set) set has \(counted(count, "row"))",
      "name rows from 0 to \(max(0, count - 1))"
    )
  }

  package var version: Int { 8 }
  package var yields: [ValueType.Member] { Self.members }
  package var provides: [Provision] { Self.provides }
  package var lengthOptions: Set<String> { [] }
  package var inputFiles: [InputFiles] { [] }
  package var outputFile: String? { nil }
  package var mostTables: Int { earlierChoices.isEmpty ? 2 : 3 }
  package var judgement: Judgement? { Judgement(model: model, examples: examples) }
  package var choices: [SetChoice] { [SetChoice(examples, .judges(model))] }
  package var pageNetwork: PageNetwork? { nil }
  package var runs: PlannedRuns? { nil }

  package func accept<Visitor: StepVisitor>(_ visitor: Visitor) -> Visitor.Result {
    visitor.visit(self)
  }
}
