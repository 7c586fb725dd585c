package import Notebook
package import Results

/// Predicts the classes of examples and writes them, in Kaggle's form where nothing else is said.
package struct Predict: StepDeclaration {
  /// The step that trains the network.
  package let model: StepID
  package let examples: SetReference
  /// The name of the file in the output folder.
  package let file: String
  package let columns: Columns
  /// The names of the columns of what rows are called and, where it is written, of their classes.
  package let idName: String
  package let labelName: String
  /// Whether classes are written by their names; `nil` for what the data have.
  package let writesNames: Bool?

  /// What is written of each example.
  package enum Columns: String, CaseIterable, Sendable {
    case label
    /// The probability of each class.
    case probabilities
  }

  static let columnChoice = OptionDeclaration<Columns>(
    "columns", .choice, .defaulted(.label),
    "what to write of each example: its class, or the probability of each class")
  static let idColumn = OptionDeclaration<String>(
    "id", .text("the name of a column"), .defaulted("ImageId"),
    "what to call the first column: the rows by their names in the file, or numbers from 1")
  static let labelColumn = OptionDeclaration<String>(
    "label", .text("the name of a column"), .defaulted("Label"),
    "what to call the column of classes")
  static let names = OptionDeclaration<Bool>(
    "names", .boolean, .optional,
    "whether to write classes by their names; as the files of the data do where left out")

  static let on = OptionDeclaration<String>(
    "on", .setName, .defaulted(ExampleSetName.test.name), "the examples to predict")
  static let to = OptionDeclaration<String>(
    "to", .outputFileName(suchAs: "submission.csv"), .defaulted("submission.csv"),
    "the CSV file to write: ImageId,Label, from 1")

  package static let syntax = StepSyntax("predict")
  package static let documentation = StepDocumentation(
    summary: "Predicts classes and writes them in Kaggle's form.",
    options: [
      Evaluate.modelName.documentation, on.documentation, to.documentation,
      columnChoice.documentation, idColumn.documentation, labelColumn.documentation,
      names.documentation,
    ],
    example: "on: test\nto: submission.csv")

  static let members: [ValueType.Member] = [
    .init("rows", .integer, "examples predicted"),
    .init("file", .text, "the name of the file written"),
    .init("digest", .text, "SHA-256 of the file written, in hexadecimal"),
    .init("accuracy", .proportion, "examples read correctly; unknown without labels"),
    .init("counts", .list(.integer), "examples read as each class, from class 0"),
  ]

  package static let yields = DeclaredYields.always(members)
  package static let drawsAtRandom = false
  package static let provides: [Provision] = [.predictions]
  package static let timing = StepTiming.inOrder

  package init?(decoding decoder: inout OptionDecoder) {
    let model = decoder.reference(Evaluate.modelName, to: .network, taking: "model")
    let examples = decoder.setReference(Self.on, default: .test)
    let file = decoder.value(Self.to)
    let columns = decoder.value(Self.columnChoice)
    let idName = decoder.value(Self.idColumn)
    let labelName = decoder.value(Self.labelColumn)
    writesNames = decoder.optional(Self.names)
    guard let model, let examples, let file, let columns, let idName, let labelName else {
      return nil
    }
    self.columns = columns
    self.idName = idName
    self.labelName = labelName
    self.model = model
    self.examples = examples
    self.file = file
  }

  package var version: Int { 3 }
  package var yields: [ValueType.Member] { Self.members }
  package var provides: [Provision] { Self.provides }
  package var lengthOptions: Set<String> { [] }
  package var inputFiles: [InputFiles] { [] }
  package var outputFile: String? { file }
  package var mostTables: Int { 0 }
  package var judgement: Judgement? { Judgement(model: model, examples: examples) }
  package var choices: [SetChoice] { [SetChoice(examples, .judges(model))] }
  package var pageNetwork: PageNetwork? { nil }
  package var runs: PlannedRuns? { nil }

  package func accept<Visitor: StepVisitor>(_ visitor: Visitor) -> Visitor.Result {
    visitor.visit(self)
  }
}
