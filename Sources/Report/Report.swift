import Mustache
package import Notebook
package import Results

/// The page that a notebook and its results make: one file of HTML that needs nothing else.
package struct Report: Sendable {
  private let notebook: Notebook
  private let results: RunResults
  private let resultsJSON: String

  /// Takes a notebook, what its run reached, and the text of its `results.json`.
  package init(_ notebook: Notebook, _ results: RunResults, resultsJSON: String) {
    self.notebook = notebook
    self.results = results
    self.resultsJSON = resultsJSON
  }

  /// The page: the report of a complete run, or what was reached with what went wrong.
  package var html: String {
    let prose = proseRenderer
    let context: [String: String] = [
      "language": escaped(notebook.frontMatter.language),
      "title": escaped(plainText(of: notebook.frontMatter.title, values: prose.valueTexts)),
      "description": escaped(description(prose)),
      "policy": escaped(policy),
      "style": PageAssets.style,
      "script": PageAssets.script,
      "header": header(prose).text,
      "banner": Banner(notebook: notebook, results: results).html.text,
      "contents": Contents(notebook: notebook, prose: prose).html.text,
      "body": prose.html(notebook.blocks).text,
      "colophon": Colophon(notebook: notebook, results: results, resultsJSON: resultsJSON).html
        .text,
    ]
    guard let template = try? MustacheTemplate(string: PageAssets.page) else { return "" }
    return template.render(context)
  }

  private var proseRenderer: ProseRenderer {
    let images = ProseImages(folder: notebook.folder)
    let bare = ProseRenderer(notebook: notebook, results: results, images: images) { _ in "" }
    let steps = StepRenderer(
      notebook: notebook, results: results, prose: bare.html, numbers: OutputNumbers(results))
    return ProseRenderer(
      notebook: notebook, results: results, images: images, step: steps.html)
  }

  /// No request to anywhere: images from the page itself, and the one style sheet and script.
  private var policy: String {
    "default-src 'none'; img-src data:; style-src \(PageAssets.policyHash(PageAssets.style)); "
      + "script-src \(PageAssets.policyHash(PageAssets.script)); base-uri 'none'; form-action 'none'"
  }

  private func header(_ prose: ProseRenderer) -> HTML {
    let front = notebook.frontMatter
    let subtitle: HTML = front.subtitle.map { "<p class=\"subtitle\">\(prose.html($0))</p>" } ?? ""
    let author: HTML = front.author.map { "<p class=\"author\">\($0)</p>" } ?? ""
    return "<h1>\(prose.html(front.title))</h1>\n\(subtitle)\n\(author)"
  }

  /// The first paragraph, for those who list pages.
  private func description(_ prose: ProseRenderer) -> String {
    for case .paragraph(let text) in notebook.blocks {
      return String(plainText(of: text, values: prose.valueTexts).prefix(300))
    }
    return ""
  }
}
