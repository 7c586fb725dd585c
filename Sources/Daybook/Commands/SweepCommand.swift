import ArgumentParser
import Plan
import Publishing
import Report
import Runner
import VisibleText

/// `daybook sweep NOTEBOOK STEP`: the runs of a sweep, one by one.
struct SweepCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep", abstract: "List the runs of a sweep, or do one of them.",
    discussion: """
      With --list, prints a command for each run that is not stored, one a line, for GNU parallel or \
      a scheduler: daybook sweep NOTEBOOK STEP --list | parallel. 'daybook run' then takes all of \
      them from the store and writes the report.

      \(ExitStatus.documentation)
      """)

  @Argument(help: "The notebook, a Markdown file.", completion: .file(extensions: ["md"]))
  var notebook: String

  @Argument(help: "The name of its sweep step.", completion: StepCompletion.names)
  var step: String

  @Flag(help: "Print a command for each run that is not stored.")
  var list = false

  @Option(name: .customLong("run"), help: ArgumentHelp("Do one run and store it.", valueName: "N"))
  var number: Int?

  @OptionGroup var settings: SettingOptions

  @OptionGroup var work: WorkOptions

  func run() async throws {
    guard list != (number != nil) else { throw BadValue("write --list or --run N") }
    let settings = try work.settings(settings, sharesStore: true)
    var reading = NotebookReading()
    guard let plan = reading.plan(notebook, settings.overrides, allowed: settings.allowed) else {
      Terminal.tell(reading.text(colour: Terminal.standardError.hasColour))
      throw ExitStatus.badInput.code
    }
    guard let runs = plan.step(named: step)?.declaration.runs else {
      let sweeps = plan.steps.filter { $0.declaration.runs != nil }.map(\.name)
      throw BadValue(
        "the notebook has no sweep '\(step)'"
          + (sweeps.isEmpty ? "" : "; its sweeps are \(sweeps.listed(with: "and"))"))
    }
    if let number, !(0..<runs.grid.count).contains(number) {
      throw BadValue("--run \(number): the sweep has runs 0 to \(runs.grid.count - 1)")
    }
    Interrupt.watch()
    let runner = reportRun(settings).runner(of: plan)
    if let number {
      try await compute(number, runner, plan)
    } else {
      try printCommands(runner, plan, settings)
    }
  }

  private func reportRun(_ settings: ReportRun.Settings) -> ReportRun {
    let printer = ProgressPrinter(terminal: .standardError)
    let isQuiet = work.quiet
    return ReportRun(
      settings, isCancelled: { Interrupt.isPending }, onWait: { _ in },
      observe: { event in
        if !isQuiet || event.isProblem { printer.show(event) }
      })
  }

  private func compute(_ number: Int, _ runner: Runner, _ plan: Plan) async throws {
    switch try await runner.compute(run: number, of: step, in: plan) {
    case .stored: return
    case .lost:
      Terminal.tell("error: run \(number) is done, and is not stored\n")
      throw ExitStatus.notWritten.code
    case .interrupted: throw ExitStatus.interrupted.code
    case .failed(let reason):
      Terminal.tell(TerminalText(lines: reason) + "\n")
      throw ExitStatus.failedStep.code
    }
  }

  private func printCommands(_ runner: Runner, _ plan: Plan, _ settings: ReportRun.Settings) throws
  {
    let command = settings.commandOfRun
    for run in runner.missingRuns(of: step, in: plan) ?? [] {
      let words = command?(notebook, step, "\(run.run)") ?? []
      let line = try line(of: words)
      // A comment that went on in another line would be a command.
      try Terminal.print(line + "  # \(run.name)\n")
    }
  }

  /// A command in one line; throws where a word has what cannot stand there as it is.
  private func line(of words: [String]) throws -> TerminalText {
    if let word = words.first(where: { makingControlsVisible($0) != $0 }) {
      throw BadValue(
        "'\(word)' has characters that no command of one line can hold; give it another name")
    }
    return TerminalText(safe: words.map(shellWord).joined(separator: " "))
  }
}
