import ArgumentParser
import Files
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
      of the report is written to standard output, everything else to standard error: progress, \
      mistakes, and at the end the key figures.

      \(ExitStatus.documentation)
      """)

  @OptionGroup var input: NotebookOptions

  @OptionGroup var work: WorkOptions

  @OptionGroup(title: "Parts of a notebook") var slice: SliceOptions

  @Flag(name: .customLong("no-cache"), help: "Compute every step, and store nothing.")
  var withoutCache = false

  @Flag(name: .customLong("dry-run"), help: "List each step with what would happen, and why.")
  var isDryRun = false

  @Option(
    help: ArgumentHelp(
      """
      How the report is written: html, or gfm for GitHub's Markdown as well, as index.md beside the \
      page, with figures as files.
      """, valueName: "FORMAT"))
  var format = ReportFormat.html

  @Flag(help: "Open the report in a browser.")
  var open = false

  @Option(
    name: .customLong("problems"),
    help: ArgumentHelp(
      """
      How problems are written on standard error: text, json, or github for its annotations. The \
      latter come in one piece, at the end.
      """, valueName: "FORMAT"))
  var problemFormat = ProblemFormat.text

  func run() async throws {
    let settings = try work.settings(
      input.settings, usesStore: !withoutCache, writesMarkdown: format == .gfm)
    var reading = NotebookReading(isStrict: settings.isStrict)
    defer { tell(reading, isAll: true) }
    let plans = try plans(settings, &reading)
    for plan in plans { _ = try slice.slice(of: plan) }
    try expectFoldersOfTheirOwn(plans, in: settings.output)
    Interrupt.watch(lastWords: interrupted)
    let reportRun = reportRun(settings)
    var worst = ExitStatus.success
    for plan in plans {
      if isDryRun {
        try list(try reportRun.intentions(plan, slice: slice.slice(of: plan)))
      } else {
        worst = worst.worse(try await status(of: plan, reportRun, settings.output, &reading))
        if worst == .interrupted { break }
      }
    }
    if worst != .success { throw worst.code }
  }

  private func reportRun(_ settings: ReportRun.Settings) -> ReportRun {
    let printer = ProgressPrinter(terminal: .standardError)
    let isQuiet = work.quiet
    let tellsInText = problemFormat == .text
    return ReportRun(
      settings, isCancelled: { Interrupt.isPending },
      onWait: { Terminal.tell("waiting for \($0), which writes the same report\n") },
      observe: { event in
        let isTold = event.isOfStep && !tellsInText ? false : !isQuiet || event.isProblem
        if isTold { printer.show(event) }
      })
  }

  /// Tells what is wrong with notebooks as soon as that is known, or in other formats at the end.
  private func tell(_ reading: NotebookReading, isAll: Bool = false) {
    switch problemFormat {
    case .text:
      if !isAll { Terminal.tell(reading.text(colour: Terminal.standardError.hasColour)) }
    case .json: if isAll { Terminal.tell(TerminalText(json: reading.json + "\n")) }
    case .github: if isAll { Terminal.tell(TerminalText(forPrograms: reading.annotations)) }
    }
  }

  /// The plans of all notebooks; prints everything that is wrong with any before it fails.
  private func plans(
    _ settings: ReportRun.Settings, _ reading: inout NotebookReading
  ) throws -> [Plan] {
    let plans = input.notebooks.compactMap {
      reading.plan($0, settings.overrides, allowed: settings.allowed)
    }
    tell(reading)
    guard !reading.hasErrors else {
      if problemFormat == .text { Terminal.tell(reading.count) }
      throw ExitStatus.badInput.code
    }
    return plans
  }

  /// Throws where two notebooks would write the same report.
  private func expectFoldersOfTheirOwn(_ plans: [Plan], in output: OutputFolder) throws {
    var taken: [String: String] = [:]
    for plan in plans {
      let (folder, path) = (output.report(plan.notebook.name).path, plan.notebook.source.path)
      if let other = taken.updateValue(path, forKey: folder) {
        throw BadValue(
          "\(other) and \(path) would both write \(folder); "
            + "run them one by one, each with an --output of its own")
      }
    }
  }

  /// What a run would do, a line a step.
  private func list(_ intentions: [(step: String, what: String)]) throws {
    for intention in intentions {
      try Terminal.print("\(intention.step): \(intention.what)\n")
    }
  }

  /// What is said of a run that Ctrl-C ends.
  private var interrupted: StaticString {
    withoutCache
      ? "interrupted; nothing is stored, and the same command begins anew\n"
      : "interrupted; what was finished is stored, and the same command goes on from there\n"
  }

  /// Runs a notebook, writes its report, and says where it is.
  private func status(
    of plan: Plan, _ reportRun: ReportRun, _ output: OutputFolder,
    _ reading: inout NotebookReading
  ) async throws -> ExitStatus {
    do {
      switch try await reportRun.run(plan, slice: { try slice.slice(of: $0) }) {
      case .interrupted:
        Interrupt.tellLastWords()
        return .interrupted
      case .partial(let run):
        if let step = slice.last { ResultPrinter(run.results).tellValues(of: step) }
        Terminal.tell(
          "the report is not written: steps outside the part that was asked for have not been run\n"
        )
        return .success
      case .published(let edition, let run, of: let plan):
        reading.note(run.problems + run.warnings, in: plan.notebook.source)
        return try tell(run, of: plan, edition.page, in: output.report(plan.notebook.name))
      }
    } catch let error as FileLockError {
      return notWritten(error)
    } catch let error as FileError {
      return notWritten(error)
    } catch let error as BadValue {
      throw error
    } catch let status as ExitCode {
      throw status
    } catch {
      // The notebook was changed while another run had to end.
      var changed = NotebookReading()
      changed.note(error, plan.notebook.source.path)
      reading.note(error, plan.notebook.source.path)
      tell(changed)
      return .badInput
    }
  }

  private func notWritten(_ error: some Error) -> ExitStatus {
    Terminal.tell("error: \(error)\n")
    return .notWritten
  }
}
