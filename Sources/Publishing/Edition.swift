import Files
import Notebook
package import Plan
package import Report
import Results
package import Runner

/// Everything that a run puts into the output folder: the report and the files beside it.
package struct Edition: Sendable {
  /// The report of a complete run, or the page of one that is not.
  package let page: ReportFolder.Page
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
  ///
  /// - Parameter withMarkdown: whether a complete run has its report as Markdown as well.
  package init(_ plan: Plan, _ run: Run, withMarkdown: Bool = false) throws(ReportError) {
    let (notebook, results) = (plan.notebook, run.results)
    let json = resultsJSON(steps: Self.named(notebook, results))
    let html = try Report(notebook, results, resultsJSON: json, readable: plan.readable).html
    page = results.isComplete ? .report : .failed
    var files: [File] = []
    if results.isComplete {
      files = Self.resultFiles(notebook, results)
      files.append(File(path: ReportFolder.values, contents: Array(json.utf8)))
      files.append(
        File(
          path: ReportFolder.record, contents: Array(run.record.json(results.provenance).utf8)))
      if withMarkdown { files += Self.markdownFiles(plan, results) }
    }
    // The page comes last: where files appear one by one, what it leads to is there before it.
    self.files = files + [File(path: page.rawValue, contents: Array(html.utf8))]
  }

  /// The page of a complete run.
  package var report: [UInt8]? { page == .report ? files.last?.contents : nil }

  /// The page, complete or not.
  package var draft: [UInt8] { files.last?.contents ?? [] }

  /// What a report may load and run, as the value of a header `Content-Security-Policy`.
  package static let policy = Report.policy

  /// The paths of the images that the page of a plan takes in, as the notebook writes them.
  package static func images(of plan: Plan) -> [String] { Report.images(in: plan.notebook) }

  /// Finds out before a run of a plan whether its report can be published in a folder.
  static func checkFolder(_ folder: ReportFolder, for plan: Plan) throws(FileError) {
    var files = [Publication.File(ReportFolder.Page.report.rawValue, [])]
    for step in plan.notebook.steps where step.syntax.figures > 0 {
      files.append(Publication.File(ReportFolder.figure(of: step.name), []))
    }
    try Publication(files, in: folder.output, as: folder.name).check()
  }

  /// Writes all files into a folder: they appear together, or not at all.
  func publish(to folder: ReportFolder) throws(FileError) {
    switch page {
    case .report:
      let items = files.map { Publication.File($0.path, $0.contents) }
      let replaced = [ReportFolder.Page.failed.rawValue]
      try Publication(
        items, in: folder.output, as: folder.name, replacing: replaced,
        account: ReportFolder.record
      ).publish()
    case .failed:
      // Everything of the last good run stays.
      let place = try folder.location.make()
      for file in files { try place.write(file.path, file.contents) }
    }
  }

  private static func markdownFiles(_ plan: Plan, _ results: RunResults) -> [File] {
    let report = MarkdownReport(
      plan.notebook, results, readable: plan.readable, figure: ReportFolder.figure)
    return report.files.map { File(path: $0.path, contents: $0.contents) }
      + [File(path: ReportFolder.markdown, contents: Array(report.markdown.utf8))]
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
        case .figure(let figure): File(path: ReportFolder.figure(of: name), contents: figure.light)
        case .file(let file): File(path: file.name, contents: file.contents)
        case .table, .code, .checks, .pad: nil
        }
      }
    }
  }
}
