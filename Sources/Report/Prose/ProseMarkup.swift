import Language
import Mathematics
import Notebook

/// Turns blocks of prose into markup.
struct ProseMarkup {
  let text: RunningText
  let outline: Outline
  /// The cell of the step at an index.
  let cell: (Int) -> HTML

  /// Blocks in their order, without the footnotes, which go below the text.
  func html(_ blocks: [Block]) -> HTML {
    blocks.map(html).joined()
  }

  /// The blocks of the whole text, in which tables and images with captions have numbers.
  func numbered(_ blocks: [Block]) -> HTML {
    blocks.enumerated().map { place, block in
      guard case .captioned(let inner, let caption) = block,
        let numbered = text.numbering.caption(at: place)
      else { return html(block) }
      let title = "\(phrase(caption.kind.title)) \(numbered.number)"
      let words: HTML = "<b>\(title).</b> \(text.html(caption.text))"
      switch inner {
      case .table(let table):
        return self.table(table, label: title, caption: words, anchor: numbered.anchor)
      case .paragraph(let inlines):
        return """
          <figure class="image" id="\(numbered.anchor)">
          \(text.html(inlines))
          <figcaption>\(words)</figcaption>
          </figure>

          """
      default: return html(inner)
      }
    }.joined()
  }

  private func html(_ block: Block) -> HTML {
    switch block {
    case .heading(_, let anchor, let inlines): heading(anchor, inlines)
    case .paragraph(let inlines): paragraph(inlines)
    case .quote(let inner): "<blockquote>\n\(html(inner))</blockquote>\n"
    case .list(let list): self.list(list)
    case .listing("text", let text): codeBox(rows(text), label: phrase("Listing"))
    case .listing(let language, let text):
      codeBox(Highlighter(language: language).html(text), label: phrase("Listing"))
    case .formula(let formula): self.formula(formula)
    case .table(let table): self.table(table, label: phrase("Table"))
    case .captioned(let inner, _): html(inner)
    case .thematicBreak: "<hr>\n"
    case .footnote: ""
    case .step(let index): cell(index)
    }
  }

  private func heading(_ anchor: String, _ inlines: [Inline]) -> HTML {
    let level = outline.level(of: anchor)
    return """
      <h\(level) id="\(anchor)">\(outline.number(of: anchor).map { "<span class=\"number\">\($0)</span> " as HTML } ?? "")\
      \(text.html(inlines))\
      <a class="anchor" href="#\(anchor)" aria-hidden="true" tabindex="-1"></a></h\(level)>

      """
  }

  private func paragraph(_ inlines: [Inline]) -> HTML {
    if inlines.count == 1, case .image = inlines[0] {
      return "<p class=\"image\">\(text.html(inlines))</p>\n"
    }
    return "<p>\(text.html(inlines))</p>\n"
  }

  /// Formulas and the like line by line, so that a long line can be set in where it goes on.
  private func rows(_ text: String) -> HTML {
    let lines = Highlighter(language: "text").lines(text)
    return lines.enumerated().map { index, line -> HTML in
      "<span class=\"row\">\(line)\(index + 1 < lines.count ? "\n" : "")</span>"
    }.joined()
  }

  /// A formula on lines of its own, which scrolls where it is wider than the page.
  private func formula(_ formula: Formula) -> HTML {
    """
    <div class="formula" role="group" tabindex="0" aria-label="\(phrase("Formula"))">
    \(HTML(markup: formula.markup))
    </div>

    """
  }

  // MARK: - Lists

  private func list(_ list: Block.List) -> HTML {
    let items = list.items.map { item(item: $0, isTight: list.isTight) }.joined()
    let name: HTML = list.items.contains { $0.isDone != nil } ? " class=\"tasks\"" : ""
    guard let start = list.start else { return "<ul\(name)>\n\(items)</ul>\n" }
    return "<ol\(name)\(start == 1 ? "" : " start=\"\(start)\"" as HTML)>\n\(items)</ol>\n"
  }

  private func item(item: Block.Item, isTight: Bool) -> HTML {
    let mark = item.isDone.map(taskMark) ?? ""
    let blocks = item.blocks.map { block -> HTML in
      if isTight, case .paragraph(let inlines) = block { return text.html(inlines) + "\n" }
      return html(block)
    }
    return "<li>\(mark)\(blocks.joined())</li>\n"
  }

  private func taskMark(_ isDone: Bool) -> HTML {
    """
    <span class="task" role="img" aria-label="\(phrase(isDone ? "done:" : "to do:"))">\
    \(isDone ? "☑" : "☐")\u{FE0E}</span> 
    """
  }
}

extension ProseMarkup {
  /// The notes below the text, with links back to it; empty where there are none.
  func notes(_ blocks: [Block]) -> HTML {
    let notes = blocks.compactMap { block -> [Block]? in
      if case .footnote(_, let inner) = block { inner } else { nil }
    }
    guard !notes.isEmpty else { return "" }
    let items = notes.enumerated().map { index, inner -> HTML in
      let number = index + 1
      return "<li id=\"\(Anchor.note(number))\">\(note(inner, number))</li>\n"
    }
    return """
      <section class="notes" aria-labelledby="\(Anchor.notes)">
      <h2 id="\(Anchor.notes)">\(phrase("Notes"))</h2>
      <ol>
      \(items.joined())</ol>
      </section>

      """
  }

  /// The works that the text refers to, numbered as it cites them.
  func references(_ works: [Reference]) -> HTML {
    guard !works.isEmpty else { return "" }
    let items = works.map { work -> HTML in
      "<li id=\"\(Anchor.work(work.key))\">\(text.html(work.text))</li>\n"
    }
    return """
      <section class="notes" aria-labelledby="\(Anchor.references)">
      <h2 id="\(Anchor.references)">\(phrase("References"))</h2>
      <ol class="works">
      \(items.joined())</ol>
      </section>

      """
  }

  /// The note's blocks, with the links back at the end of its last paragraph.
  private func note(_ blocks: [Block], _ number: Int) -> HTML {
    guard case .paragraph(let last)? = blocks.last else {
      return html(blocks) + text.notes.backLinks(to: number)
    }
    let body = text.html(last)
    return html(blocks.dropLast()) + "<p>\(body)\(text.notes.backLinks(to: number))</p>"
  }
}
