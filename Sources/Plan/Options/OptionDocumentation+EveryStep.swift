import Notebook

extension OptionDocumentation {
  /// The options that every step takes whose body is options.
  package static let ofEveryStep = [
    OptionDocumentation(
      key: "caption", values: "Markdown with inline values", note: "optional",
      summary: "shown below what the step yields", reference: .markdown),
    OptionDocumentation(
      key: "tables", values: "none, or a caption for each of its tables in a list",
      note: "optional",
      summary:
        "captions of the step's tables, in their order, with none for what the page leaves out",
      choices: [TableDisplay.none], reference: .markdown),
  ]
}
