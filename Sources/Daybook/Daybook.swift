import ArgumentParser
import CProcessor
import Notebook
import Plan

/// The command line: parses arguments, calls a library, prints.
@main
struct Daybook: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "daybook",
    abstract: "Runs literate Markdown notebooks into reports that agree with their run.",
    discussion: """
      A notebook is prose with fenced steps: \(StepKind.names.listed(with: "and")). \
      Start with: daybook run notebooks/digit-recognition.md

      \(ExitStatus.documentation)
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
    do {
      var command = try parseAsRoot()
      let kind = type(of: command)
      do {
        if var command = command as? any AsyncParsableCommand {
          try await command.run()
        } else {
          try command.run()
        }
      } catch let bad as BadValue {
        Terminal.write("Error: \(bad.message)\nUsage: \(usageString(for: kind))\n")
        throw ExitStatus.badInput.code
      }
    } catch {
      exit(withError: error)
    }
  }
}
