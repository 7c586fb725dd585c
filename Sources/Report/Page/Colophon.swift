import Language
import Notebook
import Results

/// How the report was made, and how to make it again.
struct Colophon {
  let notebook: Notebook
  let provenance: Provenance
  let resultsJSON: String
  /// The paths of the images that lie outside the project.
  let allowedImages: [String]
  let isComplete: Bool
  let record: PageRecord

  var html: HTML {
    """
    <footer class="colophon" aria-labelledby="\(Anchor.colophon)">
    <h2 id="\(Anchor.colophon)">\(phrase("How this page was made"))</h2>
    <p>\(promise)</p>
    \(codeBox("\(command)", label: phrase("Command")))\
    <dl>
    <dt>\(phrase("Made with"))</dt><dd>Daybook \(provenance.version), \(phrase("seed {}", String(provenance.seed)))</dd>
    \(overrides)\
    <dt>\(phrase("Notebook"))</dt><dd>\(provenance.notebookName), \
    SHA-256 \(shortDigest(provenance.notebookDigest))</dd>
    \(files)\
    \(outside)\
    \(notebook.frontMatter.licence.map { "<dt>\(phrase("Licence"))</dt><dd>\($0)</dd>\n" as HTML } ?? "")\
    <dt>\(phrase("Download"))</dt><dd>\(downloads)</dd>
    </dl>
    \(digests)\(record.html)</footer>

    """
  }

  /// What the command below gives again.
  private var promise: HTML {
    guard isComplete else { return "\(phrase(Self.failedPromise))" }
    return markedPhrase(Self.goodPromise, "<code>daybook verify</code>")
  }

  private static let goodPromise =
    "The values above, and the tables and figures of steps, were computed by the run that wrote "
    + "this page; other numbers are its author’s. The same notebook, data and seed give the same "
    + "page, byte for byte, and {} tells whether they do:"
  private static let failedPromise =
    "This page shows a run that failed. With the same notebook, data and seed, the same command "
    + "gives this same failed run:"

  /// The command that makes the same page, from where it was run.
  private var command: String {
    let path = provenance.notebookPath
    // A name that begins with a hyphen would be taken for an option.
    return
      (["daybook", "run", path.hasPrefix("-") ? "./" + path : path]
      + provenance.overrides.flatMap { ["--set", $0] }
      + (allowedPaths.isEmpty ? [] : ["--allow-read", "DIR"]))
      .map(shellWord).joined(separator: " ")
  }

  private var overrides: HTML {
    guard !provenance.overrides.isEmpty else { return "" }
    let settings = provenance.overrides.map { "<code>\($0)</code>" as HTML }.joined(", ")
    return "<dt>\(phrase("Set by hand"))</dt><dd>\(settings)</dd>\n"
  }

  /// The files that steps read, each once.
  private var inputs: [Provenance.InputFile] {
    provenance.files.enumerated().filter { index, file in
      !provenance.files[..<index].contains(file)
    }.map(\.element)
  }

  private var files: HTML {
    guard !inputs.isEmpty else { return "" }
    let items = inputs.map { file -> HTML in
      """
      <li>\(pathText(file.path)), <span class="size">\(byteText(file.byteCount))</span></li>

      """
    }
    return "<dt>\(phrase("Files read"))</dt><dd><ul>\n\(items.joined())</ul></dd>\n"
  }

  /// The files and images from outside the project, as the notebook writes their paths.
  private var allowedPaths: [String] { inputs.filter(\.isAllowed).map(\.path) + allowedImages }

  /// What the notebook may read beyond its project; where that lies on a machine is told to nobody.
  private var outside: HTML {
    guard !allowedPaths.isEmpty else { return "" }
    let paths = allowedPaths.map(pathText).joined(", ")
    let allowed = markedPhrase("{}: {}", paths, "\(phrase("allowed by"))")
    return """
      <dt>\(phrase("Outside the project"))</dt><dd>\(allowed) <code>--allow-read DIR</code></dd>

      """
  }

  // MARK: - Downloads

  private var downloads: HTML {
    let source = DataURL("text/markdown;charset=utf-8", Array(notebook.source.text.utf8))
    return """
      \(download(source, as: provenance.notebookName)), \(PageRecord.markup(ofResults: resultsJSON))
      """
  }

  private func download(_ url: DataURL, as name: String) -> HTML {
    "<a href=\"\(url.html)\" download=\"\(name)\">\(name)</a>"
  }

  // MARK: - Digests

  /// All digests in full, in the form of `sha256sum`.
  private var digests: HTML {
    let lines =
      [(provenance.notebookDigest, provenance.notebookName)]
      + inputs.map { ($0.digest, $0.path) }
    let text = lines.map { "\($0.0)  \($0.1)" }.joined(separator: "\n")
    return disclosure(
      "\(phrase("SHA-256 of all inputs"))", codeBox("\(text)", label: phrase("Digests")),
      class: "data")
  }
}
