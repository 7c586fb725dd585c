import Files
import Notebook
import Plan
package import Publishing
import Results
package import Runner
import Synchronization

/// Runs a notebook again after each change, and puts what comes of it on the board.
///
/// One run at a time: a change during a run stops it, at the next iteration of a training, and what
/// it has finished is stored for the run that follows.
package final class Session: Sendable {
  let board: Board
  private let notebook: String
  private let settings: ReportRun.Settings
  /// Is told what runs do, on any thread.
  private let observe: @Sendable (RunEvent) -> Void
  /// How many changes there have been.
  private let changes = Atomic(0)
  /// Whether the task is cancelled: runs ask on threads that belong to no task.
  private let isOver = Atomic(false)
  /// The notebook and the files that it reads, each as it was before it was read.
  private let watched: Mutex<Watch.Files>

  /// Prepares to show the notebook at a path: its last report, until there is a newer one.
  package init(
    notebook: String, _ settings: ReportRun.Settings,
    observe: @escaping @Sendable (RunEvent) -> Void
  ) {
    self.notebook = notebook
    self.settings = settings
    self.observe = observe
    watched = Mutex(Watch.files([notebook]))
    let name = SourceFile(path: notebook, text: "").name
    board = Board(former: settings.output.report(name).lastReport())
  }

  /// Runs the notebook, and again after each change, until the task is cancelled.
  package func run() async {
    await withTaskCancellationHandler {
      await follow()
    } onCancel: {
      isOver.store(true, ordering: .relaxed)
    }
  }

  private func follow() async {
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
      isOver.load(ordering: .relaxed) || changes.load(ordering: .relaxed) != change
    }
    do {
      let plan = try settings.plan(notebook)
      watch(plan)
      // A file that is emptied, or is just being written, is no reason to show nothing.
      if plan.notebook.blocks.isEmpty, folder.hasReport {
        observe(.warned("the notebook is empty; the last good report stays"))
        return tell(.empty)
      }
      // What was wrong with the text before is mended, or about to be told again.
      board.update { $0.problem = nil }
      switch try await reportRun(isOvertaken).run(plan) {
      case .interrupted, .partial: break
      case .published(let edition, let run, of: let plan): show(edition, of: run, plan)
      }
    } catch {
      let problem = Self.problem(error, hasReport: folder.hasReport)
      observe(.warned(problem.text))
      board.update { $0.warnings = nil }
      tell(problem)
    }
  }

  private func reportRun(_ isOvertaken: @escaping @Sendable () -> Bool) -> ReportRun {
    let progress = Progress(board)
    return ReportRun(
      settings, isCancelled: isOvertaken,
      onWait: { [board] holder in
        board.update { $0.work = .init(step: "waiting for \(holder), which writes the report") }
      },
      observe: { [observe] event in
        observe(event)
        progress.note(event)
      })
  }

  private func show(_ edition: Edition, of run: Run, _ plan: Plan) {
    watch(plan, run.results.provenance.files.map(\.path))
    let warnings = NotebookProblems(
      source: plan.notebook.source,
      diagnostics: (plan.warnings + run.warnings).sortedByPlace())
    board.update { $0.warnings = .init(warnings) }
    if let page = edition.report {
      board.publish(page)
    } else {
      let hasReport = folder.hasReport
      // Where every step ran, the page shows which claim does not hold, and why. What a step that
      // failed leaves is better than nothing, and no better than a good report.
      let isWhole = run.results.diagnostics.isEmpty
      if isWhole || !hasReport { board.show(draft: edition.draft) }
      let found = NotebookProblems(source: plan.notebook.source, diagnostics: run.problems)
      let untold = NotebookProblems(source: plan.notebook.source, diagnostics: run.untold)
      if !run.untold.isEmpty { observe(.warned(String(untold.text().dropLast()))) }
      tell(.init(run.results, found.text(), hasReport: hasReport))
    }
  }

  private var folder: ReportFolder {
    settings.output.report(SourceFile(path: notebook, text: "").name)
  }

  /// Follows the files that a plan names, and those that its run has read.
  private func watch(_ plan: Plan, _ files: [String] = []) {
    let readable = plan.readable
    // A run names folders with a slash behind.
    let read = files.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    let paths = Set(
      (plan.inputPaths + read + Edition.images(of: plan)).map(readable.path)
        .filter { readable.refusal(ofFileAt: $0) == nil } + [notebook])
    watched.withLock { watched in
      // Before a run has ended, nobody knows which of the others it reads as well.
      if !files.isEmpty { watched = watched.filter { paths.contains($0.key) } }
      watched.merge(Watch.files(paths.subtracting(watched.keys))) { known, _ in known }
    }
  }

  private func tell(_ problem: PreviewState.Problem) {
    board.update { state in
      state.work = nil
      state.problem = problem
    }
  }

  private static func title(of diagnostics: [Diagnostic]) -> String {
    let mistakes = diagnostics.count - diagnostics.warnings.count
    return switch mistakes {
    case 0: "The notebook has \(diagnostics.counted)"
    case 1: "The notebook has a mistake"
    default: "The notebook has \(mistakes) mistakes"
    }
  }

  private static func problem(_ error: any Error, hasReport: Bool) -> PreviewState.Problem {
    func note(_ rest: String) -> String {
      hasReport ? "The last good report stays \(rest)." : "There is no report yet."
    }
    switch error {
    case let found as NotebookProblems:
      let whose = found.diagnostics.count == 1 ? "it is" : "they are"
      return .init(
        title: title(of: found.diagnostics), text: found.text(), note: note("until \(whose) mended")
      )
    case is NotebookFileError:
      return .init(
        title: "The notebook cannot be read", text: "\(error)",
        note: note("until it is there again"))
    default:
      return .init(
        title: "The report cannot be written", text: "\(error)", note: note("as it is"))
    }
  }
}
