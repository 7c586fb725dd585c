import Notebook
import Results

/// Predicts the classes of examples and writes them in Kaggle's form.
package struct Predict: Sendable, Equatable {
  /// The index of the train step.
  package let model: Int
  package let examples: SetReference
  /// The name of the file in the output folder.
  package let file: String

  static let on = OptionDeclaration<String>(
    "on", .setName, .defaulted("test"), "the examples to predict")
  static let to = OptionDeclaration<String>(
    "to", .outputFileName, .defaulted("submission.csv"),
    "the CSV file to write: ImageId,Label, from 1")

  static let documentation = StepDocumentation(
    kind: .predict, summary: "Predicts classes and writes them in Kaggle's form.",
    options: [Evaluate.modelName.documentation, on.documentation, to.documentation],
    example: "on: test\nto: submission.csv", yields: yields)

  static let yields: [ValueType.Member] = [
    .init("rows", .integer, "examples predicted"),
    .init("file", .text, "the name of the file written"),
    .init("digest", .text, "SHA-256 of the file written, in hexadecimal"),
    .init("accuracy", .proportion, "examples read correctly; unknown without labels"),
    .init("counts", .list(.integer), "examples read as each class, from class 0"),
  ]

  init?(decoding decoder: inout OptionDecoder) {
    let model = decoder.reference(Evaluate.modelName, to: [.train], taking: "model")
    let examples = decoder.setReference(Self.on, default: .test)
    let file = decoder.value(Self.to)
    guard let model, let examples, let file else { return nil }
    self.model = model
    self.examples = examples
    self.file = file
  }
}
