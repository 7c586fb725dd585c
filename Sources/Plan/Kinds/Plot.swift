package import Notebook
package import Results

/// Draws a figure.
package struct Plot: StepDeclaration {
  /// What is drawn, with the steps it is drawn from.
  package let figure: any PlotDeclaration
  package let style: Style

  /// Options that every figure takes.
  package struct Style: Sendable, Equatable {
    package let title: String?
    /// In CSS pixels; the figure's own where `nil`.
    package let width: Int?
  }

  static let show = OptionDeclaration<PlotKind>("show", .plotKind, .required, "the figure to draw")
  /// The option that says which figure is drawn.
  package static let chooser = show.key
  static let title = OptionDeclaration<String>(
    "title", .text("a line of text"), .optional, "a title within the figure")
  static let width = OptionDeclaration<Int>(
    "width", .wholeNumber(200...2000), .optional, "width in pixels of the page")

  // Options of more than one figure.
  static let evaluation = OptionDeclaration<String>(
    "of", .stepName(.evaluation), .optional,
    "the evaluate step; the nearest one above where left out")
  static let columns = OptionDeclaration<Int>(
    "columns", .wholeNumber(1...40), .optional,
    "images in a row, at most; fewer where their texts need the room")

  package static let syntax = StepSyntax("plot", figures: 1)
  package static let documentation = StepDocumentation(
    summary: "Draws a figure.",
    options: [show.documentation, title.documentation, width.documentation],
    variants: PlotKind.all.map { kind in
      .init(
        name: kind.name, summary: kind.declaration.summary, options: kind.declaration.options,
        yields: kind.declaration.yields)
    },
    example: "show: learning-curve\nof: train.accuracy")

  package static let yields = DeclaredYields.byOptions
  package static let drawsAtRandom = false
  package static let provides: [Provision] = []
  package static let timing = StepTiming.inOrder

  package init?(decoding decoder: inout OptionDecoder) {
    let show = decoder.value(Self.show)
    let title = decoder.optional(Self.title)
    if let value = title?.inlineValue {
      decoder.diagnose(
        "a figure's title takes no values, and would show \(value) as it is written",
        at: Self.title.key,
        help: "write it in the option 'caption', which takes them")
    }
    let width = decoder.optional(Self.width)
    guard let show else {
      // What else is written belongs to a figure that is not known.
      decoder.noteAllWritten()
      return nil
    }
    guard let figure = show.declaration.init(decoding: &decoder) else { return nil }
    self.figure = figure
    style = Style(title: title, width: width)
  }

  package var version: Int { type(of: figure).version }
  package var yields: [ValueType.Member] { type(of: figure).yields }
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

extension OptionType where Value == PlotKind {
  /// The name of a figure.
  static var plotKind: Self {
    let names = PlotKind.all.map(\.name)
    return .scalar(names.listed(with: "or"), choices: names, canonical: { $0.name }) { name in
      PlotKind.all.first { $0.name == name || $0.declaration.otherNames.contains(name) }
    }
  }
}
