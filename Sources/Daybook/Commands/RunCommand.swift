import ArgumentParser
import Cache
import Notebook
import Plan
import Publishing
import Results
import Runner

/// `daybook run NOTEBOOK…`: parse, plan, run, report.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run notebooks and write their reports.",
    discussion: """
      Each report goes to its own folder: notebooks/NAME.md to output/NAME/index.html. The path \
      of the report is written to standard output, everything else to standard error.

      Exit status: 0 when the report is written, 1 when a step failed, 2 when the notebook is \
      wrong, 3 when a claim of a check does not hold, 4 when the report cannot be written.
      """)

  @OptionGroup var input: NotebookOptions

  @OptionGroup var work: WorkOptions

  @OptionGroup(title: "Parts of a notebook") var slice: SliceOptions

  @Flag(name: .customLong("no-cache"), help: "Compute every step, and store nothing.")
  var withoutCache = false

  @Flag(name: .customLong("dry-run"), help: "List each step with what would happen, and why.")
  var isDryRun = false

  @Flag(help: "Open the report in a browser.")
  var open = false

  func run() async throws {
    let overrides = try input.settings.overrides()
    let plans = try plans(overrides, of: input.notebooks).map { ($0, try slice.slice(of: $0)) }
    try expectFoldersOfTheirOwn(plans.map(\.0))
    Interrupt.watch()
    var worst = ExitCode.success
    for (plan, slice) in plans {
      if isDryRun {
        list(runner(for: plan).intentions(plan, slice: slice))
      } else {
        let status = try await status(of: plan, slice, overrides)
        if status != .success { worst = status }
        if status == ExitStatus.interrupted { break }
      }
    }
    if worst != .success { throw worst }
  }

  /// Runs a notebook and writes its report, while no other run does the same.
  private func status(of plan: Plan, _ slice: Slice, _ overrides: Overrides) async throws
    -> ExitCode
  {
    do {
      let lock = try await RunLock.acquire(
        report: plan.notebook.name, in: work.output, isCancelled: { Interrupt.isPending },
        onWait: { Terminal.write("waiting for \($0), which writes the same report\n") })
      guard let lock else { return interrupted() }
      var (plan, slice) = (plan, slice)
      // Whoever held the lock may have run a newer text than the one read before.
      if lock.hasWaited,
        let newer = try plans(overrides, of: [plan.notebook.source.path]).first
      {
        plan = newer
        slice = try self.slice.slice(of: newer)
      }
      try Edition.checkFolder(folder(of: plan))
      let runner = runner(for: plan)
      return publish(await runner.run(plan, slice: slice), of: plan)
    } catch let error as FileLockError {
      return notWritten(error)
    } catch let error as FileError {
      return notWritten(error)
    }
  }

  /// Throws where two notebooks would write the same report.
  private func expectFoldersOfTheirOwn(_ plans: [Plan]) throws {
    var taken: [String: String] = [:]
    for plan in plans {
      let (folder, path) = (folder(of: plan), plan.notebook.source.path)
      if let other = taken.updateValue(path, forKey: folder) {
        throw ValidationError(
          "\(other) and \(path) would both write \(folder); "
            + "run them one by one, each with an --output of its own")
      }
    }
  }

  private func folder(of plan: Plan) -> String { work.output + "/" + plan.notebook.name }

  private func notWritten(_ error: some Error) -> ExitCode {
    Terminal.write("error: \(error)\n")
    return ExitStatus.notWritten
  }

  /// The plans of all notebooks; prints everything that is wrong with any before it fails.
  private func plans(_ overrides: Overrides, of notebooks: [String]) throws -> [Plan] {
    var reading = NotebookReading()
    let plans = notebooks.compactMap { reading.plan($0, overrides) }
    guard !reading.hasProblems else {
      Terminal.write(reading.text(colour: Terminal.standardError.hasColour))
      throw ExitStatus.badNotebook
    }
    return plans
  }

  private func runner(for plan: Plan) -> Runner {
    let printer = ProgressPrinter(terminal: .standardError)
    let isQuiet = work.quiet
    return Runner(
      folder: plan.notebook.folder,
      store: withoutCache ? nil : Store(directory: work.output + "/.cache"),
      version: Version.current, threads: work.threads,
      isCancelled: { Interrupt.isPending },
      observe: { event in
        if !isQuiet || event.isProblem { printer.show(event) }
      })
  }

  /// What a run would do, a line a step.
  private func list(_ intentions: [(step: String, what: String)]) {
    for intention in intentions { print("\(intention.step): \(intention.what)") }
  }

  /// Writes what a run made, and says where it is.
  private func publish(_ run: Run, of plan: Plan) -> ExitCode {
    if run.isInterrupted { return interrupted() }
    if run.isPartial {
      Terminal.write(
        "the report is not written: steps outside the part that was asked for have not been run\n")
      return .success
    }
    let folder = folder(of: plan)
    do {
      let edition = try Edition(plan.notebook, run)
      try edition.publish(to: folder)
      return report(run, of: plan, at: folder + "/" + edition.page)
    } catch {
      return notWritten(error)
    }
  }

  private func interrupted() -> ExitCode {
    Terminal.write(
      "interrupted; what was finished is stored, and the same command goes on from there\n")
    return ExitStatus.interrupted
  }

  /// Says where the report is, and what is wrong where something is.
  private func report(_ run: Run, of plan: Plan, at path: String) -> ExitCode {
    if run.results.isComplete {
      print(path)
      if open { Browser.open(path) }
      return .success
    }
    // A step that failed has been told of when it did; claims and values are judged at the end.
    for diagnostic in run.untold { Terminal.write(diagnostic + "\n") }
    for claim in run.results.failedClaims { Terminal.write(claim.complaint) }
    Terminal.write("The last good report is left as it was; what was reached is in \(path)\n")
    return run.results.diagnostics.isEmpty ? ExitStatus.failedCheck : ExitStatus.failedStep
  }
}
