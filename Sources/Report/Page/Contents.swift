import Notebook

/// The list of sections beside the text.
struct Contents {
  let notebook: Notebook
  let prose: ProseRenderer

  var html: HTML {
    let entries = notebook.blocks.compactMap { block -> (level: Int, item: HTML)? in
      guard case .heading(let level, let anchor, let text) = block, level <= 3 else { return nil }
      let title = plainText(of: text, values: prose.valueTexts)
      return (max(2, level), "<a href=\"#\(anchor)\">\(title)</a>")
    }
    guard !entries.isEmpty else { return "" }
    return """
      <nav class="contents" aria-label="Contents"><h2>Contents</h2>
      <ol>
      \(list(entries))
      </ol></nav>
      """
  }

  /// Sections, each with its subsections in a list of their own.
  private func list(_ entries: [(level: Int, item: HTML)]) -> HTML {
    var sections: [(item: HTML, below: [HTML])] = []
    for entry in entries {
      if entry.level > 2, !sections.isEmpty {
        sections[sections.count - 1].below.append(entry.item)
      } else {
        sections.append((entry.item, []))
      }
    }
    return sections.map { section -> HTML in
      guard !section.below.isEmpty else { return "<li>\(section.item)</li>" }
      let below = section.below.map { "<li>\($0)</li>" as HTML }.joined(separator: "\n")
      return "<li>\(section.item)\n<ol>\n\(below)\n</ol></li>"
    }.joined(separator: "\n")
  }
}
