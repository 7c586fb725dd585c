import Notebook
import Results

/// Shows a part of a source file as it stands in the file.
package struct SourceListing: Sendable, Equatable {
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

  static let fileOption = OptionDeclaration<String>(
    "file", .path("the path of a source file, relative to the notebook"), .required,
    "the file to show")
  static let symbol = OptionDeclaration<String>(
    "symbol", .text("the name of a type or function"), .optional,
    "the declaration to show, with its documentation")
  static let region = OptionDeclaration<String>(
    "region", .text("the name of a marked region"), .optional,
    "the lines between '// region: NAME' and '// endregion' to show")

  static let documentation = StepDocumentation(
    kind: .source, summary: "Shows a part of a source file as it stands in the file.",
    options: [fileOption.documentation, symbol.documentation, region.documentation],
    example: "file: ../Sources/Network/Layers/Softmax.swift\nsymbol: softmax", yields: yields)

  static let yields: [ValueType.Member] = [
    .init("file", .text, "the path as the notebook writes it"),
    .init("first-line", .integer, "the number of the first line shown"),
    .init("lines", .integer, "how many lines are shown"),
  ]

  init?(decoding decoder: inout OptionDecoder) {
    let file = decoder.value(Self.fileOption)
    let symbol = decoder.optional(Self.symbol)
    let region = decoder.optional(Self.region)
    if symbol != nil, region != nil {
      decoder.report(
        "source takes 'symbol' or 'region', not both", at: "region", help: "leave one of them out")
      return nil
    }
    guard let file else { return nil }
    self.file = file
    part = symbol.map(Part.symbol) ?? region.map(Part.region) ?? .whole
  }
}
