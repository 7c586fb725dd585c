import Notebook
package import Plan
import Report

extension Plan {
  /// Reads a notebook's file and plans a run whose report can be made and published.
  ///
  /// - Throws: `NotebookFileError` where the file is not text that can be read, and
  ///   `NotebookProblems` with everything that is wrong with the text, the plan, the names of files
  ///   to be written and the images of the prose.
  package init(publishing path: String, overrides: Overrides = .none) throws {
    do {
      try self.init(contentsOf: path, overrides: overrides)
    } catch let found as NotebookProblems {
      throw found.joined(
        with: nameDiagnostics(found) + (found.remainder.map(imageDiagnostics) ?? []))
    }
    let found = NotebookProblems(source: notebook.source, diagnostics: [], remainder: notebook)
    let problems = nameDiagnostics(found) + imageDiagnostics(notebook)
    guard problems.isEmpty else { throw found.joined(with: problems) }
  }
}

/// What is wrong with the names that folders and files of the report would have.
private func nameDiagnostics(_ found: NotebookProblems) -> [Diagnostic] {
  var problems: [Diagnostic] = []
  let name = found.source.name
  if let problem = ReportFolder.problem(withName: name) {
    problems.append(
      Diagnostic(
        "the notebook's report would go to a folder called '\(name)', a name that \(problem)",
        at: nil,
        help: "rename the notebook"))
  }
  for step in found.remainder?.steps ?? [] where ReportFolder.isTooLong(step: step.name) {
    problems.append(
      Diagnostic(
        "the step's name is too long for the name of a file", at: step.nameRange,
        help: "choose a shorter one"))
  }
  return problems
}

/// What is wrong with the images of a notebook's prose, each at its first place.
private func imageDiagnostics(_ notebook: Notebook) -> [Diagnostic] {
  Report.imageProblems(in: notebook).map { problem in
    Diagnostic(
      problem.message, at: notebook.source.firstRange(of: problem.path), help: problem.help)
  }
}

extension SourceFile {
  /// Where a text stands first behind the bracket that opens an image's path.
  fileprivate func firstRange(of path: String) -> SourceRange? {
    for (number, line) in lines.enumerated() {
      for opening in ["](", "](<", "]: "] {
        guard let found = line.firstRange(of: opening + path) else { continue }
        let column = line.distance(from: line.startIndex, to: found.lowerBound) + opening.count + 1
        return SourceRange(line: number + 1, column: column, length: path.count)
      }
    }
    return nil
  }
}

extension String {
  fileprivate func firstRange(of text: String) -> Range<Index>? {
    let wanted = Array(text)
    var start = startIndex
    while let end = index(start, offsetBy: wanted.count, limitedBy: endIndex) {
      if self[start..<end].elementsEqual(wanted) { return start..<end }
      guard start < endIndex else { return nil }
      start = index(after: start)
    }
    return nil
  }
}
