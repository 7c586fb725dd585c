import Cache
package import Engines
import Notebook
package import Plan
package import Runner

/// A run of a notebook from its plan to its published report, while no other run writes the same.
///
/// This is what `run` does once and the preview again and again.
package struct ReportRun: Sendable {
  /// What runs need beside the notebook.
  package struct Settings: Sendable {
    package let overrides: Overrides
    /// Folders beside the notebook's project out of which it may read files.
    package let allowed: [String]
    package let output: OutputFolder
    /// Whether results are kept between runs, and taken from earlier ones.
    package let usesStore: Bool
    package let version: String
    package let threads: Int
    /// The bytes of memory that a run may take; `nil` for what the machine has free.
    package let maxMemory: Int?
    /// Whether a warning is as bad as an error.
    package let isStrict: Bool
    /// Whether the report is written as Markdown as well.
    package let writesMarkdown: Bool
    /// What does the runs of sweeps.
    package let engine: any Engine
    /// The words of a command that does a run of a sweep of a notebook elsewhere: of the notebook's
    /// path, the name of the step, and a shell's word for the run.
    package let commandOfRun: (@Sendable (String, String, String) -> [String])?

    package init(
      overrides: Overrides, allowed: [String] = [], output: OutputFolder, usesStore: Bool = true,
      version: String, threads: Int, maxMemory: Int? = nil, isStrict: Bool = false,
      writesMarkdown: Bool = false,
      engine: any Engine = LocalEngine.fitting,
      commandOfRun: (@Sendable (String, String, String) -> [String])? = nil
    ) {
      self.overrides = overrides
      self.allowed = allowed
      self.output = output
      self.usesStore = usesStore
      self.version = version
      self.threads = threads
      self.maxMemory = maxMemory
      self.engine = engine
      self.commandOfRun = commandOfRun
      self.isStrict = isStrict
      self.writesMarkdown = writesMarkdown
    }
  }

  /// What came of a run.
  package enum Outcome: Sendable {
    /// It was asked to stop before its end; what was finished is stored.
    case interrupted
    /// Only a part was asked for, so that there is no report.
    case partial(Run)
    /// The edition is written; it is complete, or tells how far the run came.
    case published(Edition, Run, of: Plan)
  }

  private let settings: Settings
  private let isCancelled: @Sendable () -> Bool
  private let onWait: @Sendable (String) -> Void
  private let observe: @Sendable (RunEvent) -> Void

  /// Prepares runs.
  ///
  /// - Parameters:
  ///   - isCancelled: is asked again and again whether to stop.
  ///   - onWait: is told who writes the same report, where a run waits for that.
  ///   - observe: is told what happens, on any thread.
  package init(
    _ settings: Settings, isCancelled: @escaping @Sendable () -> Bool,
    onWait: @escaping @Sendable (String) -> Void,
    observe: @escaping @Sendable (RunEvent) -> Void
  ) {
    self.settings = settings
    self.isCancelled = isCancelled
    self.onWait = onWait
    self.observe = observe
  }

  /// Runs a plan, and publishes its report where it has one.
  ///
  /// - Parameter slice: tells which steps of a plan are asked for.
  /// - Throws: `FileError` and `FileLockError` where the report cannot be written, and what is wrong
  ///   with a notebook that was changed while another run had to end.
  package func run(
    _ plan: Plan, slice: (Plan) throws -> Slice = { Slice(all: $0) }
  ) async throws -> Outcome {
    var plan = plan
    let folder = settings.output.report(plan.notebook.name)
    let lock = try await RunLock.acquire(folder, isCancelled: isCancelled, onWait: onWait)
    guard let lock else { return .interrupted }
    // Whoever held the lock may have run a newer text than the one that was planned.
    if lock.hasWaited {
      plan = try settings.plan(plan.notebook.source.path)
    }
    try Edition.checkFolder(folder, for: plan)
    let origin = ReportOrigin(
      notebook: plan.notebook.source.path, overrides: plan.overrides.texts)
    tellWhatIsReplaced(in: folder, by: origin)
    let run = await runner(of: plan).run(plan, slice: try slice(plan))
    if run.isInterrupted { return .interrupted }
    if run.isPartial { return .partial(run) }
    let edition = try Edition(plan, run, withMarkdown: settings.writesMarkdown)
    try edition.publish(to: folder)
    if edition.page == .report { origin?.keep(as: folder.name, in: folder.locks) }
    return .published(edition, run, of: plan)
  }

  /// A report that was made otherwise goes with a word, before the work.
  private func tellWhatIsReplaced(in folder: ReportFolder, by new: ReportOrigin?) {
    guard folder.hasReport, let new,
      let old = ReportOrigin(of: folder.name, in: folder.locks)
        ?? ReportOrigin(notebook: new.notebook, overrides: []),
      let notice = old.notice(of: new, replacing: folder.path(of: .report))
    else { return }
    observe(.warned(notice))
  }

  /// What a run would do with each step and why, in words, without doing any of it.
  package func intentions(_ plan: Plan, slice: Slice) -> [(step: String, what: String)] {
    runner(of: plan).intentions(plan, slice: slice)
  }

  /// What runs a plan, or a part of it.
  package func runner(of plan: Plan) -> Runner {
    let notebook = plan.notebook.source.path
    var commandOfRun: (@Sendable (String, String) -> [String])?
    if let command = settings.commandOfRun {
      commandOfRun = { step, run in command(notebook, step, run) }
    }
    return Runner(
      store: settings.usesStore ? settings.output.store : nil, version: settings.version,
      threads: settings.threads, maxMemory: settings.maxMemory, isStrict: settings.isStrict,
      engine: settings.engine, commandOfRun: commandOfRun,
      isCancelled: isCancelled, observe: observe)
  }
}

extension ReportRun.Settings {
  /// The plan of the notebook at a path.
  ///
  /// Where warnings are as bad as errors, a plan with any is thrown like one with mistakes.
  package func plan(_ notebook: String) throws -> Plan {
    let plan = try Plan(publishing: notebook, overrides: overrides, allowed: allowed)
    guard !isStrict || plan.warnings.isEmpty else {
      throw NotebookProblems(
        source: plan.notebook.source, diagnostics: plan.warnings, remainder: plan.notebook)
    }
    return plan
  }
}
