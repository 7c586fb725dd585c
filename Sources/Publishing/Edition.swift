package import Cache
package import Notebook
package import Report
import Results
package import Runner

/// Everything that a run puts into the output folder: the report and the files beside it.
package struct Edition: Sendable {
  /// The name of the page: `index.html` for a complete run, else `failed.html`.
  package let page: String
  /// Contents by path within the output folder, in the order of their names.
  package let files: [File]

  package struct File: Sendable, Equatable {
    package let path: String
    package let contents: [UInt8]
  }

  /// Makes the report of a run and gathers its figures, results and files.
  ///
  /// A run that is not complete has only its page and its record, so that what the last good run
  /// published stays as it is.
  package init(_ notebook: Notebook, _ run: Run) throws(ReportError) {
    let results = run.results
    let json = resultsJSON(steps: Self.named(notebook, results))
    let html = try Report(notebook, results, resultsJSON: json).html
    page = results.isComplete ? "index.html" : "failed.html"
    var files: [File] = []
    if results.isComplete {
      files = Self.resultFiles(notebook, results)
      files.append(File(path: "results.json", contents: Array(json.utf8)))
      files.append(
        File(path: "run.json", contents: Array(run.record.json(results.provenance).utf8)))
    }
    // The page comes last: where files appear one by one, what it leads to is there before it.
    self.files = files + [File(path: page, contents: Array(html.utf8))]
  }

  /// The page of a complete run.
  package var report: [UInt8]? { page == "index.html" ? files.last?.contents : nil }

  /// The paths of the images that the page takes in, as the notebook writes them.
  package static func images(of notebook: Notebook) -> [String] { Report.images(in: notebook) }

  /// Finds out before a run whether its report can be published in a folder.
  package static func checkFolder(_ folder: String) throws(FileError) {
    try Publication([], in: folder).check()
  }

  /// Writes all files into a folder: they appear together, or not at all.
  package func publish(to folder: String) throws(FileError) {
    let items = files.map { Publication.File($0.path, $0.contents) }
    let isComplete = page == "index.html"
    if isComplete {
      try Publication(items, in: folder, replacing: ["failed.html"]).publish()
    } else if let failed = files.last {
      // Everything of the last good run stays.
      try AtomicFile.write(folder + "/" + failed.path, failed.contents)
    }
  }

  private static func named(_ notebook: Notebook, _ results: RunResults)
    -> [(name: String, result: StepResult)]
  {
    notebook.steps.compactMap { step in
      guard case .done(let result) = results.outcome(of: StepID(step.name)) else { return nil }
      return (step.name, result)
    }
  }

  private static func resultFiles(_ notebook: Notebook, _ results: RunResults) -> [File] {
    named(notebook, results).flatMap { name, result in
      result.outputs.compactMap { output in
        switch output {
        case .figure(let figure): File(path: "figures/\(name).png", contents: figure.light)
        case .file(let file): File(path: file.name, contents: file.contents)
        case .table, .code, .checks, .pad: nil
        }
      }
    }
  }
}
