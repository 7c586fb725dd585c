package import Notebook
package import Results

/// The page that a notebook and its results make.
package struct Report: Sendable {
  let notebook: Notebook
  let results: RunResults

  package init(_ notebook: Notebook, _ results: RunResults, resultsJSON: String) {
    self.notebook = notebook
    self.results = results
  }

  package var html: String {
    "<!doctype html><title>x</title>"
      + notebook.blocks.map { "\($0)" }.joined(separator: "<p>")
      .replacing("<", with: "&lt;")
  }
}
