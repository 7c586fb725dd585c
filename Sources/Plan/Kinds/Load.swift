package import Notebook
package import Results

extension ExampleSetName {
  /// All labelled rows, as loaded.
  package static let labelled = ExampleSetName("labelled")
  /// The rows beyond the labelled ones, as loaded.
  package static let test = ExampleSetName("test")
}

/// Reads labelled images, and the images to predict, from files.
package struct Load: StepDeclaration, Equatable {
  package let source: Source
  /// How many of the rows, in the order of the files, are the labelled set; the rest are the test
  /// set.
  ///
  /// `nil` for as many as the labelled files hold.
  package let labelled: Int?
  package let details: Details

  static let labelledRows = OptionDeclaration<Int>(
    "labelled", .wholeNumber(1...Int(Int32.max)), .optional,
    "how many of the rows are the labelled set, the rest are the test set; "
      + "all rows of the training files where left out")

  package static let syntax = StepSyntax("load", showsOptions: true, tables: 1)
  package static let documentation = StepDocumentation(
    summary: "Reads labelled images, and images to predict, from files.",
    options: sourceOptions + [
      labelledRows.documentation,
      classList.documentation, size.documentation, channels.documentation,
      orientation.documentation, levels.documentation, label.documentation, id.documentation,
    ],
    example: "mnist: data/mnist\nlabelled: 42000")

  static let members: [ValueType.Member] = [
    .init("rows", .integer, "how many images the files hold"),
    .init("labelled", .integer, "how many of them are the labelled set"),
    .init("test", .integer, "how many of them are the test set"),
    .init("classes", .integer, "how many classes there are"),
    .init("class-names", .list(.text), "what each class is called, from class 0"),
    .init("width", .integer, "pixels across an image"),
    .init("height", .integer, "pixels down an image"),
    .init("pixels", .integer, "pixels of an image"),
    .init("channels", .integer, "1 for grey levels, 3 for colour"),
    .init("levels", .integer, "the largest level of a pixel"),
    .init("counts", .list(.integer), "labelled images of each class, from class 0"),
    .init("digest", .text, "SHA-256 of the SHA-256 digests of the files, in hexadecimal"),
    .init(
      "files",
      .list(
        .record([
          .init("path", .text, "the path as the notebook leads to it"),
          .init("bytes", .integer, "the size of the file"),
          .init("digest", .text, "SHA-256 of the file, in hexadecimal"),
        ])), "the files read"),
    .init("parameters", .integer, "with model: weights and biases of the network"),
  ]

  /// What is told of images alone, and of a network alone.
  private static let (ofImages, ofNetworks): (Set<String>, Set<String>) = (
    ["rows", "labelled", "test", "counts"], ["parameters"]
  )

  package static let yields = DeclaredYields.always(members)
  package static let drawsAtRandom = false
  package static let provides: [Provision] = [.set(.labelled), .set(.test)]
  package static let timing = StepTiming.inOrder

  package init?(decoding decoder: inout OptionDecoder) {
    labelled = decoder.optional(Self.labelledRows)
    details = Self.details(&decoder)
    guard let source = Self.source(&decoder) else { return nil }
    self.source = source
  }

  package var version: Int { 4 }
  package var yields: [ValueType.Member] {
    Self.members.filter { !(isModel ? Self.ofImages : Self.ofNetworks).contains($0.name) }
  }
  package var provides: [Provision] { isModel ? [.network] : Self.provides }
  package var lengthOptions: Set<String> { [] }
  package var inputFiles: [InputFiles] {
    if case .model(let path) = source { return [.file(path, option: Self.model.key)] }
    return [.dataset(self)]
  }
  package var outputFile: String? { nil }
  package var mostTables: Int { 1 }
  package var judgement: Judgement? { nil }
  package var choices: [SetChoice] { [] }
  package var pageNetwork: PageNetwork? { nil }
  package var runs: PlannedRuns? { nil }

  private var isModel: Bool { if case .model = source { true } else { false } }

  package func accept<Visitor: StepVisitor>(_ visitor: Visitor) -> Visitor.Result {
    visitor.visit(self)
  }
}
