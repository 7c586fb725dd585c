package import Notebook
package import Results

/// Predicts the classes of examples and writes them in Kaggle's form.
package struct Predict: StepDeclaration {
  /// The step that trains the network.
  package let model: StepID
  package let examples: SetReference
  /// The name of the file in the output folder.
  package let file: String

  static let on = OptionDeclaration<String>(
    "on", .setName, .defaulted(ExampleSetName.test.name), "the examples to predict")
  static let to = OptionDeclaration<String>(
    "to", .outputFileName, .defaulted("submission.csv"),
    "the CSV file to write: ImageId,Label, from 1")

  package static let syntax = StepSyntax("predict")
  package static let documentation = StepDocumentation(
    summary: "Predicts classes and writes them in Kaggle's form.",
    options: [Evaluate.modelName.documentation, on.documentation, to.documentation],
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
    guard let model, let examples, let file else { return nil }
    self.model = model
    self.examples = examples
    self.file = file
  }

  package var version: Int { 1 }
  package var yields: [ValueType.Member] { Self.members }
  package var lengthOptions: Set<String> { [] }
  package var inputFiles: [InputFiles] { [] }
  package var outputFile: String? { file }
  package var judgement: Judgement? { Judgement(model: model, examples: examples) }
  package var pageNetwork: PageNetwork? { nil }
  package var runs: PlannedRuns? { nil }

  package func accept<Visitor: StepVisitor>(_ visitor: Visitor) -> Visitor.Result {
    visitor.visit(self)
  }
}
