package import Notebook
package import Results

/// Writes a trained network to a file that other tools read.
package struct Export: StepDeclaration {
  /// What other tools read it with.
  package enum Format: String, CaseIterable, Sendable {
    case onnx
    case safetensors
    case npz
  }

  /// The step whose network it is.
  package let model: StepID
  package let format: Format
  /// The name of the file in the output folder.
  package let file: String

  static let to = OptionDeclaration<String>(
    "to", .outputFileName(suchAs: "model.onnx"), .defaulted("model.onnx"),
    "the file to write: NAME.onnx, NAME.safetensors or NAME.npz")

  package static let syntax = StepSyntax("export")
  package static let documentation = StepDocumentation(
    summary: "Writes a trained network to a file that other tools read.",
    options: [Evaluate.modelName.documentation, to.documentation],
    example: "to: model.onnx")

  static let members: [ValueType.Member] = [
    .init("file", .text, "the name of the file written"),
    .init("bytes", .integer, "its size"),
    .init("digest", .text, "SHA-256 of the file written, in hexadecimal"),
    .init("parameters", .integer, "weights and biases in it"),
  ]

  package static let yields = DeclaredYields.always(members)
  package static let drawsAtRandom = false
  package static let provides: [Provision] = []
  package static let timing = StepTiming.inOrder

  package init?(decoding decoder: inout OptionDecoder) {
    let model = decoder.reference(Evaluate.modelName, to: .network, taking: "model")
    guard let file = decoder.value(Self.to) else { return nil }
    let ending = file.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard let format = Format(rawValue: ending), file.contains(".") else {
      decoder.diagnose(
        "the name '\(file)' does not say which format to write", at: Self.to.key,
        help: "write 'to: model.onnx', 'to: model.safetensors' or 'to: model.npz'")
      return nil
    }
    guard let model else { return nil }
    self.model = model
    self.file = file
    self.format = format
  }

  package var version: Int { 1 }
  package var yields: [ValueType.Member] { Self.members }
  package var provides: [Provision] { Self.provides }
  package var lengthOptions: Set<String> { [] }
  package var inputFiles: [InputFiles] { [] }
  package var outputFile: String? { file }
  package var mostTables: Int { 0 }
  package var judgement: Judgement? { nil }
  package var choices: [SetChoice] { [] }
  package var pageNetwork: PageNetwork? { nil }
  package var runs: PlannedRuns? { nil }

  package func accept<Visitor: StepVisitor>(_ visitor: Visitor) -> Visitor.Result {
    visitor.visit(self)
  }
}
