import ArgumentParser
import Notebook
import Plan

/// `daybook check NOTEBOOK…`: parse, plan, and look at the data as far as headers tell.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find what is wrong with notebooks without running them.",
    discussion: ExitStatus.documentation(.badInput, .notWritten))

  @OptionGroup var input: NotebookOptions

  @Option(help: "How problems are written: text, json, or github for its annotations.")
  var format: ProblemFormat = .text

  func run() throws {
    let overrides = try input.settings.overrides()
    let allowed = try input.settings.allowed()
    var reading = NotebookReading(isStrict: input.settings.strict)
    for path in input.notebooks {
      if let plan = reading.plan(path, overrides, allowed: allowed) { reading.inspect(plan) }
    }
    switch format {
    case .text:
      Terminal.tell(reading.text(colour: Terminal.standardError.hasColour) + reading.count)
    case .json: try Terminal.print(TerminalText(json: reading.json + "\n"))
    case .github: try Terminal.print(TerminalText(forPrograms: reading.annotations))
    }
    if reading.hasErrors { throw ExitStatus.badInput.code }
  }
}
