import Cache
import Notebook
package import Plan
import Publishing
import Results
package import Runner
import Synchronization

/// Runs a notebook again after each change, and puts what comes of it on the board.
///
/// One run at a time: a change during a run stops it, at the next iteration of a training, and what
/// it has finished is stored for the run that follows.
package final class Session: Sendable {
  /// What a run needs beside the notebook.
  package struct Settings: Sendable {
    package let notebook: String
    package let overrides: Overrides
    package let output: String
    package let version: String
    package let threads: Int
    /// Is told what runs do, on any thread.
    package let observe: @Sendable (RunEvent) -> Void

    package init(
      notebook: String, overrides: Overrides, output: String, version: String, threads: Int,
      observe: @escaping @Sendable (RunEvent) -> Void
    ) {
      self.notebook = notebook
      self.overrides = overrides
      self.output = output
      self.version = version
      self.threads = threads
      self.observe = observe
    }
  }

  let board: Board
  private let settings: Settings
  /// How many changes there have been.
  private let changes = Atomic(0)
  /// The notebook and the files that its last run read.
  private let watched: Mutex<[String]>

  package init(_ settings: Settings) {
    self.settings = settings
    watched = Mutex([settings.notebook])
    let name = SourceFile(path: settings.notebook, text: "").name
    let last = try? SourceFile.bytes(of: settings.output + "/" + name + "/index.html")
    board = Board(report: last ?? Assets.waiting)
  }

  /// Runs the notebook, and again after each change, until the task is cancelled.
  package func run() async {
    await withTaskGroup(of: Void.self) { group in
      let (signals, signal) = AsyncStream.makeStream(
        of: Void.self, bufferingPolicy: .bufferingNewest(1))
      signal.yield()
      group.addTask { [self] in
        await Watch().run({ watched.withLock { $0 } }) {
          changes.add(1, ordering: .relaxed)
          signal.yield()
        }
        signal.finish()
      }
      for await _ in signals { await runOnce() }
    }
  }

  private func runOnce() async {
    let change = changes.load(ordering: .relaxed)
    let isOvertaken: @Sendable () -> Bool = { [self] in
      Task.isCancelled || changes.load(ordering: .relaxed) != change
    }
    do {
      let plan = try Plan(publishing: settings.notebook, overrides: settings.overrides)
      watch(plan.notebook)
      let lock = try await RunLock.acquire(
        report: plan.notebook.name, in: settings.output, isCancelled: isOvertaken
      ) { [board] holder in
        board.update { $0.work = .init(step: "waiting for \(holder), which writes the report") }
      }
      guard lock != nil else { return }
      try await run(plan, isOvertaken)
    } catch {
      let problem = Self.problem(error, path: settings.notebook)
      settings.observe(.warned(problem.text))
      tell(problem)
    }
  }

  private func run(_ plan: Plan, _ isOvertaken: @escaping @Sendable () -> Bool) async throws {
    let progress = Progress(board)
    let observe = settings.observe
    let runner = Runner(
      folder: plan.notebook.folder, store: Store(directory: settings.output + "/.cache"),
      version: settings.version, threads: settings.threads,
      isCancelled: isOvertaken,
      observe: { event in
        observe(event)
        progress.note(event)
      })
    let run = await runner.run(plan)
    guard !run.isInterrupted else { return }
    watch(plan.notebook, run.results.provenance.files.map(\.path))
    let edition = try Edition(plan.notebook, run)
    try edition.publish(to: settings.output + "/" + plan.notebook.name)
    if let page = edition.report {
      board.publish(page)
    } else {
      tell(.init(run.results))
    }
  }

  private func watch(_ notebook: Notebook, _ files: [String] = []) {
    let folder = notebook.folder
    let paths = (files + Edition.images(of: notebook)).map { path in
      path.utf8.first == UInt8(ascii: "/") || folder.isEmpty ? path : folder + "/" + path
    }
    watched.withLock { watched in
      watched = [settings.notebook] + (files.isEmpty ? watched.dropFirst() : []) + paths
    }
  }

  private func tell(_ problem: PreviewState.Problem) {
    board.update { state in
      state.work = nil
      state.problem = problem
    }
  }

  private static func problem(_ error: any Error, path: String) -> PreviewState.Problem {
    switch error {
    case let found as NotebookProblems:
      .init(
        title: found.diagnostics.count == 1
          ? "The notebook has a mistake" : "The notebook has \(found.diagnostics.count) mistakes",
        text: found.text(), note: "The last good report stays until they are mended.")
    case is NotebookFileError:
      .init(
        title: "The notebook cannot be read", text: "\(error)",
        note: "The last good report stays until it is there again.")
    default:
      .init(
        title: "The report cannot be written", text: "\(error)",
        note: "The last good report stays as it is.")
    }
  }
}

extension PreviewState.Problem {
  /// What went wrong in a run that was not complete.
  init(_ results: RunResults) {
    self.init(
      title: results.diagnostics.isEmpty ? "A claim does not hold" : "A step failed",
      text: results.complaint,
      note: "The last good report stays; failed.html beside it shows what was reached.")
  }
}
