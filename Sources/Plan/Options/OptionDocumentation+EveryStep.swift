import Notebook

extension OptionDocumentation {
  /// The options that every step takes whose body is options.
  package static let ofEveryStep = [caption, tables]

  private static let caption = OptionDocumentation(
    key: "caption", values: "Markdown with inline values", note: "optional",
    summary: "shown with what the step yields", reference: .markdown)

  static let tables = OptionDocumentation(
    key: "tables", values: "none, or a caption for each of its tables in a list",
    note: "optional",
    summary:
      "captions of the step's tables, in their order, with none for what the page leaves out",
    choices: [TableDisplay.none], reference: .markdown)
}
