import Mustache
import Notebook
import Results

/// Puts the pieces of a report into the page's skeleton.
struct Page {
  let notebook: Notebook
  let results: RunResults
  let resultsJSON: String
  let images: [String: DataURL]
  /// The paths of those that lie outside the project.
  let allowedImages: [String]
  let record: PageRecord
  /// The skeleton, in Mustache.
  let template: MustacheTemplate

  /// The whole page.
  var html: String {
    let values = InlineValueTexts(
      written: notebook.inlineValues, outcomes: results.inlineValues)
    let text = RunningText(
      values: values, notes: NoteReferences(labels: noteLabels),
      numbering: Numbering(notebook, results), images: images)
    let outline = Outline(notebook.blocks)
    let prose = ProseMarkup(text: text, outline: outline, cell: cells(text))
    let policy = ContentPolicy(style: PageAssets.style, scripts: [script])
    // Everything comes as markup made here: Mustache escapes by `Character`, and misses a
    // quotation mark that carries an accent.
    var pieces: [String: HTML] = [
      "language": "\(notebook.frontMatter.language)",
      "policy": policy.html,
      "version": "\(results.provenance.version)",
      "title": windowTitle(text),
      "description": "\(description(text))",
      "style": HTML(markup: policy.style),
      "script": HTML(markup: script),
      "content": "\(Anchor.content)",
      "banner": results.isComplete
        ? ""
        : Banner(
          notebook: notebook, results: results, values: values, diagnostics: diagnostics
        ).html,
      "heading": heading(text),
      "contents": Contents(entries: outline.entries, text: text).html,
      "text": prose.numbered(notebook.blocks),
      "notes": prose.notes(notebook.blocks),
      "colophon": Colophon(
        notebook: notebook, provenance: results.provenance, resultsJSON: resultsJSON,
        allowedImages: allowedImages, isComplete: results.isComplete, record: record
      ).html,
    ]
    if let author = notebook.frontMatter.author { pieces["author"] = "\(author)" }
    return template.render(pieces.mapValues(\.markup))
  }

  private var script: String {
    results.padCount > 0 ? PageAssets.scriptWithPad : PageAssets.script
  }

  private var diagnostics: DiagnosticText {
    DiagnosticText(path: notebook.source.path, name: results.provenance.notebookName)
  }

  private var noteLabels: [String] {
    notebook.blocks.compactMap { block in
      if case .footnote(let label, _) = block { label } else { nil }
    }
  }

  private func cells(_ text: RunningText) -> (Int) -> HTML {
    let hasSeveralPads = results.padCount > 1
    let isComplete = results.isComplete
    return { index in
      guard notebook.steps.indices.contains(index) else { return "" }
      let step = notebook.steps[index]
      return StepCell(
        index: index, step: step, outcome: results.outcome(of: StepID(step.name)), text: text,
        diagnostics: diagnostics, hasFiles: isComplete,
        padName: hasSeveralPads ? step.name : nil
      ).html
    }
  }

  private func windowTitle(_ text: RunningText) -> HTML {
    let title = text.words(of: notebook.frontMatter.title)
    guard !results.isComplete else { return "\(title)" }
    return results.failsByClaimsAlone ? "A claim fails: \(title)" : "Not complete: \(title)"
  }

  /// The beginning of the text, for those who list pages.
  private func description(_ text: RunningText) -> String {
    for case .paragraph(let inlines) in notebook.blocks {
      return String(text.words(of: inlines).prefix(300))
    }
    return ""
  }

  /// What was found, at the top: each value large, above what it is.
  private func keyFigures(_ text: RunningText) -> HTML {
    let figures = notebook.frontMatter.keyFigures
    guard !figures.isEmpty else { return "" }
    let items = figures.map { figure -> HTML in
      let (value, rest) = (figure.text.prefix(1), figure.text.dropFirst())
      return """
        <div><dt>\(figure.label)</dt>\
        <dd><b>\(text.html(Array(value)))</b>\(text.html(Array(rest)))</dd></div>

        """
    }
    return "<dl class=\"key-figures\">\n\(items.joined())</dl>\n"
  }

  private func heading(_ text: RunningText) -> HTML {
    let matter = notebook.frontMatter
    let subtitle: HTML =
      matter.subtitle.map { "<p class=\"subtitle\">\(text.html($0))</p>\n" } ?? ""
    let author: HTML = matter.author.map { "<p class=\"author\">\($0)</p>\n" } ?? ""
    return "<h1>\(text.html(matter.title))</h1>\n\(subtitle)\(author)\(changes)\(keyFigures(text))"
  }

  /// That the run was not that of the notebook as it is written, where readers see it first.
  private var changes: HTML {
    let overrides = results.provenance.overrides
    guard !overrides.isEmpty else { return "" }
    let settings = overrides.map { "<code>\($0)</code>" as HTML }.joined(", ")
    return "<p class=\"changed\">This run set \(settings), other than the notebook says.</p>\n"
  }
}
