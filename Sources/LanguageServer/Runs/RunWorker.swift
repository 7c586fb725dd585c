import Files
import Notebook
import Plan
package import Publishing
import Runner
import Synchronization

/// The other process's side of a run: takes a job on standard input, and tells on standard output what
/// becomes of it.
package struct RunWorker: Sendable {
  private let settings: ReportRun.Settings
  private let isCancelled: @Sendable () -> Bool
  private let teller: Teller

  /// - Parameter output: where updates are written.
  package init(
    _ settings: ReportRun.Settings, output: Int32, isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.settings = settings
    self.isCancelled = isCancelled
    teller = Teller(output)
  }

  /// Runs the job that the bytes hold.
  package func run(_ job: [UInt8]) async {
    guard let job = fromJSONLine(RunJob.self, job) else {
      return teller.tell(.ended(.init(problem: "the job cannot be read")))
    }
    let teller = teller
    let run = ReportRun(
      settings, isCancelled: isCancelled,
      onWait: { teller.tell(.progressed(step: "waiting", percentage: nil, details: "for \($0)")) },
      observe: { teller.note($0) })
    do {
      let source = SourceFile(path: job.path, text: job.text)
      let plan = try Plan(publishing: source, allowed: settings.allowed)
      teller.tell(.ended(try await ending(of: job, plan, run)))
    } catch let found as NotebookProblems {
      teller.tell(.ended(.init(problem: "the notebook has \(found.diagnostics.counted)")))
    } catch {
      teller.tell(.ended(.init(problem: "\(error)")))
    }
  }

  private func ending(of job: RunJob, _ plan: Plan, _ reportRun: ReportRun) async throws
    -> RunUpdate.Ending
  {
    if let until = job.until {
      // A part of a text that may not be saved makes results, and no report.
      let slice = try Slice(of: plan, only: nil, from: nil, until: until)
      return ending(of: await reportRun.runner(of: plan).run(plan, slice: slice))
    }
    switch try await reportRun.run(plan) {
    case .interrupted: return .init(isInterrupted: true)
    case .partial: return .init()
    case .published(let edition, let run, of: let plan):
      var ending = ending(of: run)
      ending.page = settings.output.report(plan.notebook.name).path(of: edition.page)
      return ending
    }
  }

  private func ending(of run: Run) -> RunUpdate.Ending {
    .init(
      isInterrupted: run.isInterrupted,
      findings: (run.isPartial ? run.warnings : run.problems + run.warnings)
        .map(RunUpdate.Finding.init))
  }
}

/// Writes updates, no more often than people can read them.
private final class Teller: Sendable {
  private let descriptor: Int32
  /// Held while a line is written, so that each is whole.
  private let pace = Mutex(ProgressPace(interval: .milliseconds(100)))

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  func tell(_ update: RunUpdate) {
    let line = jsonLine(update)
    pace.withLock { _ in _ = writeAll(line, to: descriptor) }
  }

  func note(_ event: RunEvent) {
    switch event {
    case .began(let step, let why):
      pace.withLock { $0.restart() }
      tell(.began(step: step.name, why: why))
    case .trained(let step, let progress):
      guard let elapsed = pace.withLock({ $0.elapsedIfDue() }) else { return }
      tell(
        .progressed(
          step: step.name, percentage: 100 * progress.iteration / max(1, progress.iterations),
          details: progress.details(elapsed: elapsed).joined(separator: " · ")))
    case .swept(let step, let progress):
      guard let elapsed = pace.withLock({ $0.elapsedIfDue() }) else { return }
      let done = progress.stored + progress.finished
      tell(
        .progressed(
          step: step.name, percentage: 100 * done / max(1, progress.total),
          details: progress.text(elapsed: elapsed)))
    case .finished(let step, _, let isStored, let why, let what):
      tell(.finished(step: step.name, what: isStored || what.isEmpty ? why : what))
    case .failed(_, let text), .doubted(_, let text), .warned(let text): tell(.warned(text))
    }
  }
}
