import Notebook
import Results

/// Where the report comes from, and how to make it again.
struct Colophon {
  let notebook: Notebook
  let results: RunResults
  let resultsJSON: String

  var html: HTML {
    let provenance = results.provenance
    var rows: [HTML] = [
      row("Made by", "Daybook \(provenance.version)"),
      row("Seed", "\(String(provenance.seed))"),
      row("Notebook", "\(provenance.notebookName) \(digest(provenance.notebookDigest))"),
    ]
    rows += provenance.files.map { file in
      row("Read", "\(file.path), \(byteText(file.byteCount)) \(digest(file.digest))")
    }
    rows.append(row("To make it again", "<code>\(command)</code>"))
    return """
      <h2>How this report was made</h2>
      <p>Every number in the text is a value of one run, put in by the program that ran it. The same \
      notebook, data and seed give the same page, byte for byte.</p>
      <div class="wide" role="region" aria-label="Origin of the report" tabindex="0"><table class="origin"><tbody>
      \(rows.joined(separator: "\n"))
      </tbody></table></div>
      <p class="downloads">\(download(notebook.source.text, provenance.notebookName, "text/markdown", "the notebook"))
      \(download(resultsJSON, "results.json", "application/json", "all values"))</p>
      """
  }

  private func row(_ name: String, _ value: HTML) -> HTML {
    "<tr><th scope=\"row\">\(name)</th><td>\(value)</td></tr>"
  }

  private func digest(_ digest: String) -> HTML {
    "<code class=\"digest\" title=\"SHA-256 \(digest)\">\(String(digest.prefix(12)))…</code>"
  }

  private func download(_ text: String, _ name: String, _ type: String, _ what: String) -> HTML {
    let url = dataURL(type, Array(text.utf8))
    return "<a href=\"\(url)\" download=\"\(name)\">Download \(what)</a>"
  }

  /// The command that makes the same report.
  private var command: String {
    (["daybook", "run", results.provenance.notebookName]
      + results.provenance.overrides.flatMap { ["--set", quoted($0)] }).joined(separator: " ")
  }

  /// A word as a shell takes it.
  private func quoted(_ word: String) -> String {
    let isPlain = word.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "-_./=,:+".contains($0))
    }
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
