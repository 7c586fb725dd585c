import Language
import Notebook
import Results

/// Something that a step yields, in Markdown.
struct MarkdownOutput {
  let markdown: String

  init(
    _ output: Output, _ place: Numbering.Numbered?, _ step: String, _ caption: String?,
    _ blocks: MarkdownBlocks
  ) {
    switch output {
    case .table(let table): markdown = Self.table(table.written, place, caption)
    case .figure(let figure):
      markdown = Self.figure(
        figure, place, caption, light: blocks.figure(step), dark: blocks.darkFigure(step))
    case .file(let file):
      let words = caption.map { "\n\n\($0)" } ?? ""
      markdown =
        "[\(MarkdownText.escaped(file.name))](\(file.name)), \(byteText(file.contents.count)), "
        + "SHA-256 `\(file.digest.prefix(12))…`\(words)"
    case .code(let listing): markdown = Self.listing(listing, caption)
    case .checks(let claims): markdown = claims.map(Self.claim).joined(separator: "\n")
    case .pad:
      let words = caption.map { "\n\n\($0)" } ?? ""
      markdown =
        "*\(phrase("The page of this report, {}, has a place here to draw on.", "`index.html`"))*"
        + words
    }
  }

  private static func figure(
    _ figure: Figure, _ place: Numbering.Numbered?, _ caption: String?, light: String, dark: String
  ) -> String {
    let number = place.map { "**\(phrase("Figure")) \($0.number).** " } ?? ""
    return """
      \(place.map { MarkdownBlocks.place($0.anchor) } ?? "")
      <picture>
      <source media="(prefers-color-scheme: dark)" srcset="\(escaped(dark))">
      <img src="\(escaped(light))" width="\(figure.width)" alt="\(escaped(figure.alternativeText))">
      </picture>

      \(number)\(caption ?? MarkdownText.escaped(figure.alternativeText))
      """
  }

  private static func table(_ table: Table, _ place: Numbering.Numbered?, _ caption: String?)
    -> String
  {
    let words = caption ?? table.caption.map { MarkdownText.escaped($0) + "." } ?? ""
    let title = place.map { "**\(phrase("Table")) \($0.number).** \(words)" } ?? words
    let marks = table.columns.map { $0.alignment == .right ? "--:" : ":--" }
    let rows = MarkdownBlocks.rows(
      [table.columns.map { MarkdownText.escaped($0.title) }, marks]
        + table.rows.map { $0.map(MarkdownText.escaped) })
    let anchor = place.map { MarkdownBlocks.place($0.anchor) + "\n\n" } ?? ""
    guard table.rows.count > 20 else { return "\(anchor)\(title)\n\n\(rows)" }
    return """
      \(anchor)\(title)

      <details><summary>\(phrase("{} rows", grouped(table.rows.count)))</summary>

      \(rows)

      </details>
      """
  }

  private static func listing(_ listing: Listing, _ caption: String?) -> String {
    let path = listing.path.split(separator: "/").drop { $0 == ".." || $0 == "." }
      .joined(separator: "/")
    let count =
      listing.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
      - (listing.text.last == "\n" ? 1 : 0)
    let lines = lineText(listing.firstLine, count: count)
    let title = "\(MarkdownText.code(path)), \(lines)"
    let code = MarkdownBlocks.fence(listing.text, listing.language)
    let words = caption.map { "\n\n\($0)" } ?? ""
    guard listing.isFolded == true else { return "\(title)\n\n\(code)\(words)" }
    return """
      <details><summary>\(escaped(path)), \(lines)</summary>

      \(code)\(words)

      </details>
      """
  }

  private static func claim(_ claim: CheckOutcome) -> String {
    let evidence = claim.evidence.map {
      "\(MarkdownText.code($0.expression)) \(phrase("is")) \(MarkdownText.escaped($0.value))"
    }
    let because = evidence.isEmpty ? "" : ", \(phrase("where")) \(evidence.joined(separator: ", "))"
    return "- \(claim.holds ? "✓" : "✗") \(MarkdownText.escaped(claim.sentence)): "
      + MarkdownText.code(claim.expression) + because
  }
}
