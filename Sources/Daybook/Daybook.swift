import ArgumentParser
import CProcessor

/// The command line: parses arguments, calls a library, prints.
@main
struct Daybook: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "daybook",
    abstract: "Runs literate Markdown notebooks into reports that agree with their run.",
    discussion: """
      A notebook is prose with fenced steps: load, split, train, evaluate, plot, predict, source \
      and check. Start with: daybook run notebooks/digit-recognition.md
      """,
    version: Version.current,
    subcommands: [
      RunCommand.self, PreviewCommand.self, CheckCommand.self, StepsCommand.self,
      ExpressionsCommand.self, NewCommand.self, CleanCommand.self,
    ])

  static func main() async {
    guard processor_is_supported() else {
      Terminal.write(
        "error: this daybook was built for a newer processor; run 'make build' on this machine\n")
      exit(withError: ExitCode.failure)
    }
    await main(nil)
  }
}
