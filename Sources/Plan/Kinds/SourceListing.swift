package import Notebook
package import Results

/// Shows a part of a source file as it stands in the file.
package struct SourceListing: StepDeclaration {
  package enum Part: Sendable, Equatable {
    /// The declaration of that name, with its documentation comment.
    case symbol(String)
    /// The lines between `// region: NAME` and `// endregion`.
    case region(String)
    case whole
  }

  /// The path of the file, relative to the notebook's folder.
  package let file: String
  package let part: Part
  /// Whether the page shows it only to those who ask.
  package let isFolded: Bool

  static let fileOption = OptionDeclaration<String>(
    "file", .path("the path of a source file, relative to the notebook"), .required,
    "the file to show")
  static let symbol = OptionDeclaration<String>(
    "symbol", .text("the name of a type or function"), .optional,
    "the declaration to show, with its documentation")
  static let region = OptionDeclaration<String>(
    "region", .text("the name of a marked region"), .optional,
    "the lines between '// region: NAME' and '// endregion' to show")

  static let folded = OptionDeclaration<Bool>(
    "folded", .boolean, .optional,
    "whether the page shows it only when it is opened, as it does of more than 80 lines")

  package static let syntax = StepSyntax("source")
  package static let documentation = StepDocumentation(
    summary: "Shows a part of a source file as it stands in the file.",
    options: [
      fileOption.documentation, symbol.documentation, region.documentation, folded.documentation,
    ],
    example: "file: ../Sources/Kernels/Layers/Softmax.swift\nsymbol: softmax")

  static let members: [ValueType.Member] = [
    .init("file", .text, "the path as the notebook writes it"),
    .init("first-line", .integer, "the number of the first line shown"),
    .init("lines", .integer, "how many lines are shown"),
  ]

  package static let yields = DeclaredYields.always(members)
  package static let drawsAtRandom = false
  package static let provides: [Provision] = []
  package static let timing = StepTiming.inOrder

  package init?(decoding decoder: inout OptionDecoder) {
    let file = decoder.value(Self.fileOption)
    let symbol = decoder.optional(Self.symbol)
    let region = decoder.optional(Self.region)
    if symbol != nil, region != nil {
      decoder.diagnose(
        "source takes 'symbol' or 'region', not both", at: "region", help: "leave one of them out")
      return nil
    }
    isFolded = decoder.optional(Self.folded) ?? false
    guard let file else { return nil }
    self.file = file
    part = symbol.map(Part.symbol) ?? region.map(Part.region) ?? .whole
  }

  package var version: Int { 1 }
  package var yields: [ValueType.Member] { Self.members }
  package var provides: [Provision] { Self.provides }
  package var lengthOptions: Set<String> { [] }
  package var inputFiles: [InputFiles] { [.file(file, option: Self.fileOption.key)] }
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
