import Files
package import Notebook
package import Plan
import Report

extension Plan {
  /// Reads a notebook's file and plans a run whose report can be made and published.
  ///
  /// - Throws: `NotebookFileError` where the file is not text that can be read, and
  ///   `NotebookProblems` with everything that is wrong with the text, the plan, the names of files
  ///   to be written, the places of files to be read and the images of the prose.
  ///
  /// - Parameter allowed: folders beside the notebook's project out of which it may read files.
  package init(
    publishing path: String, overrides: Overrides = .none, allowed: [String] = []
  ) throws {
    let source = try SourceFile(contentsOf: path)
    let folders = ReadableFolders(notebookFolder: source.folder, allowed: allowed)
    // A name that came with a clone may be a link to what is not for others to read.
    if folders.standing(ofFileAt: path) == .outside, let refusal = folders.refusal(ofFileAt: path) {
      throw NotebookFileError(path: path, reason: .leadsOutside(refusal))
    }
    try self.init(publishing: source, overrides: overrides, allowed: allowed)
  }

  /// The same of a notebook's text, whatever its file holds.
  ///
  /// - Parameter joinsRepeats: whether a mistake that is made again and again is told once.
  package init(
    publishing source: SourceFile, overrides: Overrides = .none, allowed: [String] = [],
    joinsRepeats: Bool = true
  ) throws(NotebookProblems) {
    do {
      try self.init(
        source, overrides: overrides, allowed: allowed, joinsRepeats: joinsRepeats)
    } catch {
      let found = error
      throw found.joined(
        with: nameDiagnostics(found)
          + (found.remainder.map { notebook in
            imageDiagnostics(
              notebook, ReadableFolders(notebookFolder: notebook.folder, allowed: allowed))
              + linkDiagnostics(
                notebook, Report.linkProblems(in: notebook, files: []), knowsFiles: false)
          } ?? []))
    }
    let found = NotebookProblems(source: notebook.source, diagnostics: [], remainder: notebook)
    let links = Report.linkProblems(in: notebook, files: publishedFiles)
    let problems =
      nameDiagnostics(found) + imageDiagnostics(notebook, readable)
      + linkDiagnostics(notebook, links, knowsFiles: true)
    let absent = absentNotebooks(notebook, links)
    guard problems.isEmpty else { throw found.joined(with: problems + warnings + absent) }
    warn(absent)
  }
}

extension Plan {
  /// The paths of the files that a complete run puts beside its page, as links name them.
  fileprivate var publishedFiles: [String] {
    let written = steps.compactMap(\.declaration.outputFile)
    let figures = steps.filter { $0.kind.name == Plot.syntax.kind }.map {
      ReportFolder.figure(of: $0.name)
    }
    return written + [ReportFolder.values] + figures
  }
}

/// What is wrong with the links of a notebook's prose, each at its first place.
///
/// Where it is not known what files the run writes, only places of the page are looked for.
private func linkDiagnostics(
  _ notebook: Notebook, _ links: [LinkProblem], knowsFiles: Bool
) -> [Diagnostic] {
  let problems = links.filter { problem in
    guard case .path = problem.reason else { return true }
    return knowsFiles && Report.reportOfNotebook(problem.address) == nil
  }
  let places = notebook.source.firstPlaces(ofPaths: Set(problems.map(\.address)))
  return problems.map {
    Diagnostic(
      $0.message, at: places[$0.address], help: $0.help, misspelling: $0.misspelling)
  }
}

/// Links to notebooks that are not there, each at its first place.
///
/// Whoever copies one notebook out of its folder can run it, and is told which links come to nothing.
private func absentNotebooks(_ notebook: Notebook, _ links: [LinkProblem]) -> [Diagnostic] {
  let absent = links.map(\.address).filter { address in
    guard Report.reportOfNotebook(address) != nil else { return false }
    let path = notebook.folder.isEmpty ? address : notebook.folder + "/" + address
    return (try? SourceFile.bytes(of: path)) == nil
  }
  let places = notebook.source.firstPlaces(ofPaths: Set(absent))
  return absent.map { address in
    Diagnostic(
      "there is no notebook '\(address)' beside this one, so the link leads to no report",
      at: places[address],
      help: "put it there and run it, too, or write an address that begins with https://",
      severity: .warning)
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
private func imageDiagnostics(_ notebook: Notebook, _ readable: ReadableFolders) -> [Diagnostic] {
  let problems = Report.imageProblems(in: notebook, readable)
  let places = notebook.source.firstPlaces(ofPaths: Set(problems.map(\.path)))
  return problems.map { Diagnostic($0.message, at: places[$0.path], help: $0.help) }
}

extension SourceFile {
  /// Where each of some paths stands first behind the bracket that opens an image's path.
  ///
  /// Reads the text once, however many paths there are.
  fileprivate func firstPlaces(ofPaths paths: Set<String>) -> [String: SourceRange] {
    var places: [String: SourceRange] = [:]
    guard !paths.isEmpty else { return places }
    for (number, line) in lines.enumerated() where line.utf8.contains(UInt8(ascii: "]")) {
      let characters = Array(line)
      for start in characters.indices {
        guard let first = Self.pathStart(in: characters, after: start) else { continue }
        for end in Self.pathEnds(in: characters, from: first) {
          let path = String(characters[first..<end])
          guard paths.contains(path), places[path] == nil else { continue }
          places[path] = SourceRange(line: number + 1, column: first + 1, length: end - first)
        }
      }
    }
    return places
  }

  /// Where a path begins behind `](`, `](<` or `]: `.
  private static func pathStart(in line: [Character], after bracket: Int) -> Int? {
    guard line[bracket] == "]", bracket + 2 < line.count else { return nil }
    switch (line[bracket + 1], line[bracket + 2]) {
    case ("(", "<"), (":", " "): return bracket + 3
    case ("(", _): return bracket + 2
    default: return nil
    }
  }

  /// Where a path may end: before a blank, a bracket or the line's end; it may hold a few brackets.
  private static func pathEnds(in line: [Character], from start: Int) -> [Int] {
    var ends: [Int] = []
    let mostEnds = 4
    for place in start..<max(start, line.count) {
      // Where the next one begins, this one is over, so no character is looked at again and again.
      if pathStart(in: line, after: place) != nil { return ends }
      let isBlank = line[place] == " " || line[place] == "\t"
      if isBlank || line[place] == ")" || line[place] == ">" { ends.append(place) }
      if ends.count == mostEnds { return ends }
    }
    return start < line.count ? ends + [line.count] : ends
  }
}
