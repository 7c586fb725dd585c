import Notebook
import Results

/// A notebook with a run, made by hand, in which every construct of the page occurs.
enum Sample {
  static let nowhere = SourceRange(line: 1, column: 1, length: 1)

  static func step(
    _ kind: String, _ name: String? = nil, _ text: String = "", caption: [Inline]? = nil,
    tables: TableDisplay = .automatic
  ) -> Step {
    Step(
      syntax: syntax(kind), kindRange: nowhere, name: name ?? kind, nameRange: nowhere, options: [],
      text: text, range: nowhere, caption: caption, tables: tables)
  }

  /// A kind as a notebook's parser knows it.
  static func syntax(_ kind: String) -> StepSyntax {
    StepSyntax(
      kind, body: kind == "check" ? .claims : .options,
      showsOptions: ["load", "split", "train"].contains(kind))
  }

  static func value(_ expression: String, _ format: String? = nil) -> InlineValue {
    InlineValue(
      expression: expression, expressionRange: nowhere, format: format,
      formatRange: format.map { _ in nowhere })
  }

  static func notebook(
    title: [Inline] = [.text("Digits")], subtitle: [Inline]? = nil, author: String? = nil,
    language: String = "en", references: [Reference] = [], numbersSections: Bool = false,
    path: String = "notebooks/digits.md", _ blocks: [Block],
    steps: [Step] = [], values: [InlineValue] = []
  ) -> Notebook {
    Notebook(
      source: SourceFile(path: path, text: "---\ntitle: Digits\n---\n"),
      frontMatter: FrontMatter(
        title: title, subtitle: subtitle, author: author,
        numbersSections: numbersSections, references: references, language: language, seed: 0,
        seedRange: nil),
      blocks: blocks, steps: steps, inlineValues: values)
  }

  static func results(
    _ outcomes: [StepOutcome] = [], of steps: [Step] = [], values: [InlineOutcome] = [],
    overrides: [String] = [],
    files: [Provenance.InputFile] = [], notebookPath: String = "notebooks/digits.md"
  ) -> RunResults {
    RunResults(
      steps: Outcomes(zip(steps, outcomes).map { (StepID($0.name), $1) }),
      inlineValues: Outcomes(values.enumerated().map { (InlineValueID($0), $1) }),
      provenance: Provenance(
        version: "0.1.0", notebookName: "digits.md", notebookPath: notebookPath,
        notebookDigest: String(repeating: "ab", count: 32), seed: 0, overrides: overrides,
        files: files))
  }

  /// A PNG of one pixel.
  static let pixel: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52,
    0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3A, 0x7E, 0x9B,
    0x55, 0x00, 0x00, 0x00, 0x0A, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0x68, 0x00, 0x00, 0x00,
    0x82, 0x00, 0x81, 0x77, 0xCD, 0x72, 0xB6, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE,
    0x42, 0x60, 0x82,
  ]

  static func figure(
    _ alternativeText: String, rows: Int = 3, isPictorial: Bool = false, isNarrowToo: Bool = false
  ) -> Figure {
    Figure(
      light: pixel, dark: pixel + [0], width: 640, height: 360,
      narrow: isNarrowToo
        ? Figure.Narrow(light: pixel, dark: pixel, width: 350, height: 200) : nil,
      isPictorial: isPictorial, alternativeText: alternativeText,
      data: Table(
        columns: [Table.Column("iteration"), Table.Column("accuracy")],
        rows: (0..<rows).map { ["\($0 * 10)", "\(10 + $0).0 %"] }))
  }

  static func file(_ name: String, rows: Int) -> OutputFile {
    let lines = (1...rows).map { "\($0),\($0 * 7 % 10)\n" }.joined()
    return OutputFile(
      name: name, contents: Array(("ImageId,Label\n" + lines).utf8),
      digest: String(repeating: "cd", count: 32))
  }
}
