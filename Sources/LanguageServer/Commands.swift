import Files
import Notebook

// Runs that editors ask for, and what is told of them.

extension LanguageServer {
  /// Runs the whole notebook and writes its report.
  static let runCommand = "daybook.run"
  /// Stops the run of a notebook.
  static let stopCommand = "daybook.stop"

  func execute(_ parameters: JSON, request id: JSON) throws(ProtocolError) {
    let command = parameters["command"].text ?? ""
    let arguments = parameters["arguments"].list ?? []
    guard [RunLens.command, Self.runCommand, Self.stopCommand].contains(command) else {
      throw .invalidParameters("there is no command '\(command)'")
    }
    guard let uri = arguments.first?.text, let notebook = notebooks[uri] else {
      throw .invalidParameters("the first argument must be the address of an open notebook")
    }
    if command == Self.stopCommand {
      cancelRun { $0.uri == uri }
      return answer(id, nil)
    }
    var until: String?
    if command == RunLens.command {
      guard arguments.count > 1, let name = arguments[1].text, notebook.step(named: name) != nil
      else { throw .invalidParameters("the second argument must be the name of a step") }
      until = name
    } else if !isSaved(notebook) {
      throw .failed("save the notebook first: a report is made of what its file holds")
    }
    try run(notebook, until: until, request: id, token: parameters["workDoneToken"])
  }

  /// Whether the file of a notebook holds its text.
  private func isSaved(_ notebook: OpenNotebook) -> Bool {
    guard let file = try? SourceFile(contentsOf: notebook.source.path) else { return false }
    return file.text == notebook.source.text
  }

  private func run(_ notebook: OpenNotebook, until: String?, request id: JSON, token: JSON)
    throws(ProtocolError)
  {
    guard notebook.plan != nil else {
      let errors = notebook.diagnostics.filter { $0.severity == .error }
      throw .failed("the notebook has \(errors.counted); mend it first")
    }
    // The newer one overtakes: what the other has finished is stored.
    cancelRun { $0.uri == notebook.uri }
    let job = RunJob(path: notebook.source.path, text: notebook.source.text, until: until)
    guard let (number, process) = start(job, for: notebook) else {
      throw .failed("the run cannot be started")
    }
    let title = until.map { "Running to '\($0)'" } ?? "Running \(notebook.source.fileName)"
    runs[number] = RunningRun(
      number: number, uri: notebook.uri, source: notebook.source, request: id, process: process,
      token: beginProgress(title, given: token, number))
  }

  /// Stops the runs for which a test holds, where they can go on later.
  @discardableResult
  func cancelRun(_ isMeant: (RunningRun) -> Bool) -> Bool {
    var hasFound = false
    for run in runs.values where isMeant(run) {
      run.isCancelled = true
      run.process.stop()
      hasFound = true
    }
    return hasFound
  }

  func note(_ update: RunUpdate, of number: Int) {
    guard let run = runs[number] else { return }
    switch update {
    case .began(let step, let why): report(run, "\(step): \(why)", nil)
    case .progressed(let step, let percentage, let details):
      report(run, "\(step): \(details)", percentage)
    case .finished(let step, let what): report(run, "\(step): \(what)", nil)
    case .warned(let text):
      notify("window/logMessage", ["type": 2, "message": .text(text)])
    case .ended(let ending): run.ending = ending
    case .left(let status): end(run, status)
    }
  }

  private func end(_ run: RunningRun, _ status: Int32) {
    runs[run.number] = nil
    let isInterrupted = run.isCancelled || run.ending?.isInterrupted ?? false
    let problem = isInterrupted ? nil : problem(of: run, status)
    let errors = run.ending?.findings.filter(\.isError).count ?? 0
    let words =
      isInterrupted
      ? "stopped; what was finished is stored"
      : problem ?? (errors > 0 ? "done, with \(errors == 1 ? "an error" : "errors")" : "done")
    if let token = run.token {
      notify("$/progress", ["token": token, "value": ["kind": "end", "message": .text(words)]])
    }
    takeFindings(of: run)
    if isInterrupted {
      fail(run.request, .cancelled)
    } else if let problem {
      notify("window/showMessage", ["type": 1, "message": .text(problem)])
      fail(run.request, .failed(problem))
    } else {
      answer(
        run.request,
        ["message": .text(words), "page": run.ending?.page.map(JSON.text) ?? .null])
    }
    if client.refreshesLenses { request("workspace/codeLens/refresh", nil) }
    if client.refreshesHints { request("workspace/inlayHint/refresh", nil) }
  }

  /// What kept a run from its end; `nil` for nothing.
  private func problem(of run: RunningRun, _ status: Int32) -> String? {
    guard let ending = run.ending else {
      return status > 128
        ? "the run was ended by signal \(status - 128)" : "the run ended with status \(status)"
    }
    return ending.problem
  }

  /// Marks what the run has found, in a text that is still the one that was run.
  private func takeFindings(of run: RunningRun) {
    guard let notebook = notebooks[run.uri], notebook.source.text == run.source.text,
      let ending = run.ending
    else { return }
    notebook.findings = ending.findings.map(\.diagnostic)
    tellProblems(of: run.uri)
  }

  // MARK: - Progress

  /// Begins to tell of a run; gives the token under which it is told.
  private func beginProgress(_ title: String, given: JSON, _ number: Int) -> JSON? {
    var token = given
    if given == .null {
      guard client.takesProgress else { return nil }
      token = .text("daybook-run-\(number)")
      request("window/workDoneProgress/create", ["token": token])
    }
    notify(
      "$/progress",
      [
        "token": token,
        "value": ["kind": "begin", "title": .text(title), "cancellable": true],
      ])
    return token
  }

  private func report(_ run: RunningRun, _ message: String, _ percentage: Int?) {
    guard let token = run.token else { return }
    notify(
      "$/progress",
      [
        "token": token,
        "value": .object(compacting: [
          "kind": "report", "message": .text(message), "percentage": percentage.map(JSON.integer),
        ]),
      ])
  }
}
