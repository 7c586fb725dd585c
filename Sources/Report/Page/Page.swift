import Language
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

  /// The whole page, in the words of its language.
  var html: String {
    Phrases.$inUse.withValue(Phrases(language: notebook.frontMatter.language)) { inItsLanguage }
  }

  private var inItsLanguage: String {
    let values = InlineValueTexts(
      written: notebook.inlineValues, outcomes: results.inlineValues)
    let text = RunningText(
      values: values, notes: NoteReferences(labels: noteLabels, works: works(values)),
      numbering: Numbering(notebook, results), images: images)
    let outline = Outline(
      notebook.blocks, isNumbered: notebook.frontMatter.numbersSections)
    let prose = ProseMarkup(text: text, outline: outline, cell: cells(text))
    let policy = ContentPolicy(style: PageAssets.style, scripts: [script])
    // Everything comes as markup made here: Mustache escapes by `Character`, and misses a
    // quotation mark that carries an accent.
    var pieces: [String: HTML] = [
      "language": "\(notebook.frontMatter.language)",
      "direction": Phrases.isRightToLeft(notebook.frontMatter.language) ? " dir=\"rtl\"" : "",
      "skip": "\(phrase("Skip to the text"))",
      "words": ScriptWords.html,
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
      "filter": results.hasFigures ? DarkFilter.html : "",
      "heading": heading(text),
      "contents": Contents(entries: outline.entries, text: text).html,
      "text": prose.numbered(notebook.blocks),
      "notes": prose.notes(notebook.blocks)
        + prose.references(notebook.frontMatter.references),
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

  /// The works that are cited, in words.
  private func works(_ values: InlineValueTexts) -> [(key: String, words: String)] {
    let text = RunningText(
      values: values, notes: NoteReferences(labels: []), numbering: Numbering(notebook, results),
      images: [:])
    return notebook.frontMatter.references.map { ($0.key, text.words(of: $0.text)) }
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
    return "\(phrase(results.failsByClaimsAlone ? "A claim fails" : "Not complete")): \(title)"
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
    let byline = [
      matter.author.map { "\($0)" as HTML },
      matter.date.map { "<time datetime=\"\($0)\">\($0)</time>" as HTML },
    ].compactMap { $0 }
    let author: HTML = byline.isEmpty ? "" : "<p class=\"author\">\(byline.joined(", "))</p>\n"
    return "<h1>\(text.html(matter.title))</h1>\n\(subtitle)\(author)\(changes)\(keyFigures(text))"
  }

  /// That the run was not that of the notebook as it is written, where readers see it first.
  private var changes: HTML {
    let overrides = results.provenance.overrides
    guard !overrides.isEmpty else { return "" }
    let settings = overrides.map { "<code>\($0)</code>" as HTML }.joined(", ")
    let words = markedPhrase("This run set {}, other than the notebook says.", settings)
    return "<p class=\"changed\">\(words)</p>\n"
  }
}
