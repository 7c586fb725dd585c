import Language

/// The list of contents: sections, and below each its subsections.
struct Contents {
  let entries: [Outline.Entry]
  let text: RunningText

  /// Empty for a text with fewer than two sections, which needs no list.
  var html: HTML {
    let sections = sections
    guard sections.count > 1 else { return "" }
    return """
      <nav class="contents" aria-label="\(phrase("Contents"))">
      <details open><summary>\(phrase("Contents"))</summary>
      <ol>
      \(sections.map(section).joined())</ol>
      </details>
      </nav>

      """
  }

  private struct Section {
    let entry: Outline.Entry
    var subsections: [Outline.Entry] = []
  }

  private var sections: [Section] {
    entries.reduce(into: []) { sections, entry in
      if entry.level == 2 {
        sections.append(Section(entry: entry))
      } else if entry.level == 3, let last = sections.indices.last {
        sections[last].subsections.append(entry)
      }
    }
  }

  private func section(_ section: Section) -> HTML {
    let inner = section.subsections.map { "<li>\(link($0))</li>\n" as HTML }.joined()
    let list: HTML = inner.isEmpty ? "" : "\n<ol>\n\(inner)</ol>\n"
    return "<li>\(link(section.entry))\(list)</li>\n"
  }

  private func link(_ entry: Outline.Entry) -> HTML {
    let number: HTML = entry.number.map { "<span class=\"number\">\($0)</span> " } ?? ""
    return "<a href=\"#\(entry.anchor)\">\(number)\(text.words(of: entry.text))</a>"
  }
}
