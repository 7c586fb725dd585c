package import Notebook
package import Results

extension ExampleSetName {
  /// All labelled rows, as loaded.
  package static let labelled = ExampleSetName("labelled")
  /// The rows beyond the labelled ones, as loaded.
  package static let test = ExampleSetName("test")
}

/// Reads labelled images, and the images to predict, from files.
package struct Load: StepDeclaration {
  package enum Source: Sendable, Equatable {
    /// A folder with the four IDX files.
    case idx(folder: String)
    /// CSV files: one with a label column, and one to predict.
    case csv(labelled: String, test: String?)
  }

  package let source: Source
  /// How many of the rows, in the order of the files, are the labelled set; the rest are the test
  /// set.
  ///
  /// `nil` for as many as the labelled files hold.
  package let labelled: Int?

  static let mnist = OptionDeclaration<String>(
    "mnist", .path("the path of a folder with the four MNIST files, relative to the notebook"),
    .optional, "IDX files, gzipped or not: 60,000 training and 10,000 test images")
  static let csv = OptionDeclaration<String>(
    "csv", .path("the path of a CSV file, relative to the notebook"), .optional,
    "rows of a label and its pixels, with the header label,pixel0,pixel1,…")
  static let test = OptionDeclaration<String>(
    "test", .path("the path of a CSV file, relative to the notebook"), .optional,
    "rows of pixels to predict, for csv; a label column, where there is one, is used")
  static let labelledRows = OptionDeclaration<Int>(
    "labelled", .wholeNumber(1...Int(Int32.max)), .optional,
    "how many of the rows are the labelled set, the rest are the test set; "
      + "all rows of the training files where left out")

  package static let syntax = StepSyntax("load", showsOptions: true)
  package static let documentation = StepDocumentation(
    summary: "Reads labelled images, and images to predict, from files.",
    options: [
      mnist.documentation, csv.documentation, test.documentation, labelledRows.documentation,
    ],
    example: "mnist: data/mnist\nlabelled: 42000")

  static let members: [ValueType.Member] = [
    .init("rows", .integer, "how many images the files hold"),
    .init("labelled", .integer, "how many of them are the labelled set"),
    .init("test", .integer, "how many of them are the test set"),
    .init("classes", .integer, "how many classes there are"),
    .init("width", .integer, "pixels across an image"),
    .init("height", .integer, "pixels down an image"),
    .init("pixels", .integer, "pixels of an image"),
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
  ]

  package static let yields = DeclaredYields.always(members)
  package static let drawsAtRandom = false
  package static let provides: [Provision] = [.set(.labelled), .set(.test)]
  package static let timing = StepTiming.inOrder

  package init?(decoding decoder: inout OptionDecoder) {
    let mnist = decoder.optional(Self.mnist)
    let csv = decoder.optional(Self.csv)
    let test = decoder.optional(Self.test)
    labelled = decoder.optional(Self.labelledRows)
    guard let source = Self.source(mnist: mnist, csv: csv, test: test, &decoder) else {
      return nil
    }
    self.source = source
  }

  package var version: Int { 1 }
  package var yields: [ValueType.Member] { Self.members }
  package var lengthOptions: Set<String> { [] }
  package var inputFiles: [InputFiles] { [.dataset(source)] }
  package var outputFile: String? { nil }
  package var judgement: Judgement? { nil }
  package var pageNetwork: PageNetwork? { nil }
  package var runs: PlannedRuns? { nil }

  package func accept<Visitor: StepVisitor>(_ visitor: Visitor) -> Visitor.Result {
    visitor.visit(self)
  }

  /// One of the two sources; `csv` on the command line takes the place of `mnist` in the notebook
  /// and the other way round.
  private static func source(
    mnist: String?, csv: String?, test: String?, _ decoder: inout OptionDecoder
  ) -> Source? {
    let prefersCSV = decoder.isOverridden("csv") && !decoder.isOverridden("mnist")
    let prefersIDX = decoder.isOverridden("mnist") && !decoder.isOverridden("csv")
    switch (mnist, csv) {
    case (let folder?, nil):
      if test != nil, !prefersIDX {
        decoder.diagnose(
          "the option 'test' goes with 'csv'", at: "test",
          help: "with mnist, rows beyond 'labelled' are the test set")
      }
      return .idx(folder: folder)
    case (nil, let path?):
      return .csv(labelled: path, test: test)
    case (_?, let path?) where prefersCSV:
      decoder.forget("mnist")
      return .csv(labelled: path, test: test)
    case (let folder?, _?) where prefersIDX:
      decoder.forget("csv", "test")
      return .idx(folder: folder)
    case (_?, _?):
      decoder.diagnose(
        "load takes 'mnist' or 'csv', not both", at: "csv", help: "leave one of them out")
      return nil
    case (nil, nil):
      if !decoder.hasProblems {
        decoder.diagnose(
          "load needs files to read", at: "mnist",
          help: "write 'mnist: FOLDER', or 'csv: FILE' and 'test: FILE'")
      }
      return nil
    }
  }
}
