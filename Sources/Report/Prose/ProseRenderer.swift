import Notebook
import Results

/// Turns prose into HTML; inline values become their texts.
struct ProseRenderer {
  let notebook: Notebook
  let results: RunResults
  let images: ProseImages
  /// What stands in the place of a step.
  let step: (Int) -> HTML

  func html(_ blocks: [Block]) -> HTML {
    blocks.map(html).joined(separator: "\n")
  }

  private func html(_ block: Block) -> HTML {
    switch block {
    case .heading(let level, let anchor, let text):
      let tag = HTML(trusted: "h\(min(6, max(2, level)))")
      return """
        <\(tag) id="\(anchor)">\(html(text)) \
        <a class="anchor" href="#\(anchor)" aria-label="Link to this section">#</a></\(tag)>
        """
    case .paragraph(let text): return "<p>\(html(text))</p>"
    case .quote(let blocks): return "<blockquote>\(html(blocks))</blockquote>"
    case .list(let list): return html(list)
    case .listing(let language, let text):
      return CodeBlock(text: text, language: language ?? "").html
    case .table(let table): return html(table)
    case .thematicBreak: return "<hr>"
    case .html(let text): return "<pre class=\"raw\" tabindex=\"0\"><code>\(text)</code></pre>"
    case .footnote(let label, let blocks): return footnote(label, blocks)
    case .step(let index): return step(index)
    }
  }

  // MARK: - Lists, tables, footnotes

  private func html(_ list: Block.List) -> HTML {
    let items = list.items.map { item -> HTML in
      let box: HTML =
        switch item.isDone {
        case true?: "<span class=\"task\" role=\"img\" aria-label=\"done\">☑</span> "
        case false?: "<span class=\"task\" role=\"img\" aria-label=\"to do\">☐</span> "
        case nil: ""
        }
      return "<li>\(box)\(contents(item.blocks, isTight: list.isTight))</li>"
    }.joined(separator: "\n")
    guard let start = list.start else { return "<ul>\n\(items)\n</ul>" }
    return start == 1 ? "<ol>\n\(items)\n</ol>" : "<ol start=\"\(start)\">\n\(items)\n</ol>"
  }

  /// The blocks of an item; in a tight list its paragraphs are bare text.
  private func contents(_ blocks: [Block], isTight: Bool) -> HTML {
    blocks.map { block in
      if isTight, case .paragraph(let text) = block { html(text) } else { html(block) }
    }.joined(separator: "\n")
  }

  private func html(_ table: Block.ProseTable) -> HTML {
    func cells(_ row: [[Inline]], isHeader: Bool) -> HTML {
      row.enumerated().map { column, text -> HTML in
        let alignment = table.alignments.indices.contains(column) ? table.alignments[column] : .none
        let attribute: HTML =
          switch alignment {
          case .none: ""
          case .left: " class=\"left\""
          case .centre: " class=\"centre\""
          case .right: " class=\"right\""
          }
        if isHeader { return "<th scope=\"col\"\(attribute)>\(html(text))</th>" }
        return column == 0
          ? "<th scope=\"row\"\(attribute)>\(html(text))</th>"
          : "<td\(attribute)>\(html(text))</td>"
      }.joined()
    }
    let rows = table.rows.map { "<tr>\(cells($0, isHeader: false))</tr>" as HTML }
    return """
      <div class="wide" role="region" aria-label="Table" tabindex="0"><table>
      <thead><tr>\(cells(table.header, isHeader: true))</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table></div>
      """
  }

  private func footnote(_ label: String, _ blocks: [Block]) -> HTML {
    """
    <aside class="footnote" id="fn-\(label)" role="doc-footnote"><span class="mark">\(label)</span>
    \(html(blocks)) <a href="#fnref-\(label)" aria-label="Back to the text">↩</a></aside>
    """
  }

  // MARK: - Running text

  func html(_ inlines: [Inline]) -> HTML { inlines.map(html).joined() }

  private func html(_ inline: Inline) -> HTML {
    switch inline {
    case .text(let text): return "\(text)"
    case .code(let text): return "<code>\(text)</code>"
    case .emphasis(let inner): return "<em>\(html(inner))</em>"
    case .strong(let inner): return "<strong>\(html(inner))</strong>"
    case .strikethrough(let inner): return "<del>\(html(inner))</del>"
    case .link(let destination, let title, let inner): return link(destination, title, inner)
    case .image(let path, _, let inner):
      return images.html(path, alternativeText: plainText(of: inner, values: valueTexts))
    case .softBreak: return "\n"
    case .lineBreak: return "<br>\n"
    case .html(let text): return "\(text)"
    case .footnoteReference(let label):
      return """
        <sup><a id="fnref-\(label)" href="#fn-\(label)" role="doc-noteref">\(label)</a></sup>
        """
    case .value(let index): return value(index)
    }
  }

  /// A link, where it leads somewhere harmless; else its text alone.
  private func link(_ destination: String, _ title: String, _ inner: [Inline]) -> HTML {
    guard LinkTarget.isAllowed(destination) else { return html(inner) }
    let attribute: HTML = title.isEmpty ? "" : " title=\"\(title)\""
    let relation: HTML = destination.hasPrefix("http") ? " rel=\"noreferrer\"" : ""
    return "<a href=\"\(destination)\"\(attribute)\(relation)>\(html(inner))</a>"
  }

  private func value(_ index: Int) -> HTML {
    let expression =
      notebook.inlineValues.indices.contains(index)
      ? notebook.inlineValues[index].expression : ""
    guard results.inlineValues.indices.contains(index) else { return "" }
    switch results.inlineValues[index] {
    case .text(let text):
      return "<data class=\"value\" value=\"\(text)\" title=\"\(expression)\">\(text)</data>"
    case .failed:
      return "<span class=\"missing\" title=\"\(expression)\">failed: \(expression)</span>"
    case .notRun:
      return "<span class=\"missing\" title=\"\(expression)\">not run</span>"
    }
  }

  /// The texts of all inline values, for places that hold plain text.
  var valueTexts: [String] {
    results.inlineValues.map { if case .text(let text) = $0 { text } else { "…" } }
  }
}

/// Where links may lead.
enum LinkTarget {
  /// Whether a link is to the web, to mail, or within the page and its folder.
  ///
  /// Browsers skip control characters and blanks in a scheme, so any of them refuses the link.
  static func isAllowed(_ destination: String) -> Bool {
    let hasControl = destination.unicodeScalars.contains { $0.value <= 32 || $0.value == 127 }
    guard !hasControl, !destination.hasPrefix("//"), !destination.contains("\\") else {
      return false
    }
    let beforePath = destination.prefix { !"/?#".contains($0) }
    guard let colon = beforePath.firstIndex(of: ":") else { return true }
    return ["http", "https", "mailto"].contains(beforePath[..<colon].lowercased())
  }
}
