import Language
import Mathematics
import Notebook
import Results

/// Turns a notebook into blocks of Markdown.
struct MarkdownBlocks {
  let notebook: Notebook
  let results: RunResults
  let text: MarkdownText
  let outline: Outline
  /// The path of a step's figure, for a light and for a dark page.
  let figure: (String) -> String
  let darkFigure: (String) -> String

  /// The whole document, with a newline at its end.
  var document: String {
    (heading + body + notes + [origin]).filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private var heading: [String] {
    let matter = notebook.frontMatter
    let figures = matter.keyFigures.map { figure in
      "- " + phrase("{}: {}", MarkdownText.escaped(figure.label), text.line(figure.text))
    }
    return [
      "# \(text.line(matter.title))", matter.subtitle.map { "*\(text.line($0))*" } ?? "",
      [matter.author.map(MarkdownText.escaped), matter.date].compactMap { $0 }
        .joined(separator: ", "), figures.joined(separator: "\n"),
    ]
  }

  private var body: [String] {
    notebook.blocks.enumerated().map { place, block in
      guard case .captioned(let inner, let caption) = block,
        let numbered = text.numbering.caption(at: place)
      else { return markdown(block) }
      return [
        Self.place(numbered.anchor),
        "**\(phrase(caption.kind.title)) \(numbered.number).** \(text.line(caption.text))",
        markdown(inner),
      ].joined(separator: "\n\n")
    }
  }

  private var notes: [String] {
    let works = notebook.frontMatter.references.map { "[^\($0.key)]: \(text.line($0.text))" }
    return works
      + notebook.blocks.compactMap { block -> String? in
        guard case .footnote(let label, let inner) = block else { return nil }
        let lines = joined(inner).split(separator: "\n", omittingEmptySubsequences: false)
        return "[^\(label)]: " + Self.indented(lines, by: 4)
      }
  }

  private var origin: String {
    let provenance = results.provenance
    let words = phrase(
      "Every number was computed by the run that wrote this text: Daybook {}, seed {}, {} with SHA-256 {}.",
      MarkdownText.escaped(provenance.version), "\(provenance.seed)",
      MarkdownText.code(provenance.notebookName), "`\(provenance.notebookDigest.prefix(12))…`")
    return "---\n\n" + words
  }

  private func joined(_ blocks: [Block], _ separator: String = "\n\n") -> String {
    blocks.map(markdown).filter { !$0.isEmpty }.joined(separator: separator)
  }

  private func markdown(_ block: Block) -> String {
    switch block {
    case .heading(_, let anchor, let inlines):
      String(repeating: "#", count: outline.level(of: anchor)) + " "
        + (outline.number(of: anchor).map { $0 + " " } ?? "") + text.line(inlines)
    case .paragraph(let inlines): text.markdown(inlines)
    case .quote(let inner):
      joined(inner).split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
    case .list(let list): self.list(list)
    case .listing(let language, let code): Self.fence(code, language ?? "")
    case .formula(let formula): "```math\n\(formula.tex)\n```"
    case .table(let table): self.table(table)
    case .captioned(let inner, _): markdown(inner)
    case .thematicBreak: "---"
    case .footnote: ""
    case .step(let index):
      notebook.steps.indices.contains(index) ? step(notebook.steps[index], index) : ""
    }
  }

  private func list(_ list: Block.List) -> String {
    let items = list.items.enumerated().map { index, item -> String in
      let mark = list.start.map { "\($0 + index). " } ?? "- "
      let task = item.isDone.map { $0 ? "[x] " : "[ ] " } ?? ""
      let lines = (task + joined(item.blocks, list.isTight ? "\n" : "\n\n"))
        .split(separator: "\n", omittingEmptySubsequences: false)
      return mark + Self.indented(lines, by: mark.count)
    }
    return items.joined(separator: list.isTight ? "\n" : "\n\n")
  }

  private func table(_ table: Block.ProseTable) -> String {
    let marks = table.header.indices.map { column -> String in
      switch table.alignments.indices.contains(column) ? table.alignments[column] : .none {
      case .none: "---"
      case .left: ":--"
      case .centre: ":-:"
      case .right: "--:"
      }
    }
    return Self.rows([table.header.map(text.cell), marks] + table.rows.map { $0.map(text.cell) })
  }

  // MARK: - Steps

  private func step(_ step: Step, _ index: Int) -> String {
    guard case .done(let result) = results.outcome(of: StepID(step.name)) else { return "" }
    var pieces = [Self.place(Anchor.step(index, step))]
    pieces += result.warnings.map {
      "> **\(phrase("Warning:"))** \(MarkdownText.escaped(phrase($0.message)))."
    }
    if step.syntax.showsOptions || result.outputs.isEmpty {
      pieces.append(Self.fence(step.text, "yaml"))
    }
    let captioned = step.placeOfCaption(among: result.outputs)
    for (place, output) in result.outputs.enumerated() {
      var caption = place == captioned ? step.caption.map(text.line) : nil
      if case .table = output {
        switch step.display(ofTableAt: place, of: result.outputs) {
        case .hidden: continue
        case .captioned(let own): caption = text.line(own)
        case nil: break
        }
      }
      let numbered = text.numbering.output(of: StepID(step.name), at: place)
      pieces.append(MarkdownOutput(output, numbered, step.name, caption, self).markdown)
    }
    if captioned == nil { pieces.append(step.caption.map(text.line) ?? "") }
    return pieces.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  // MARK: - Pieces

  /// A place that links of the document lead to.
  static func place(_ anchor: String) -> String { "<a id=\"\(MarkdownText.anchor(anchor))\"></a>" }

  /// Code between fences that are longer than any run of backticks in it.
  static func fence(_ code: String, _ language: String) -> String {
    let fence = MarkdownText.backticks(around: code, atLeast: 3)
    return "\(fence)\(language)\n\(code.last == "\n" ? String(code.dropLast()) : code)\n\(fence)"
  }

  /// Rows of cells, the second of which says how columns are set.
  static func rows(_ rows: [[String]]) -> String {
    rows.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  private static func indented(_ lines: [Substring], by count: Int) -> String {
    let blanks = String(repeating: " ", count: count)
    return lines.enumerated().map {
      $0.offset == 0 || $0.element.isEmpty ? String($0.element) : blanks + $0.element
    }
    .joined(separator: "\n")
  }
}
