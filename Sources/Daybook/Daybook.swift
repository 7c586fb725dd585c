import ArgumentParser
import Notebook
import Plan
import Spelling

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The command line: parses arguments, calls a library, prints.
@main
struct Daybook: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "daybook",
    abstract: "Runs literate Markdown notebooks into reports that agree with their run.",
    discussion: """
      A notebook is prose with fenced steps: \(StepKind.names.listed(with: "and")). \
      Start with: daybook run notebooks/digit-recognition.md; 'daybook --version --verbose' names \
      the libraries and the instructions of the processor that this program works with.

      \(ExitStatus.documentation)
      """,
    version: Version.current,
    subcommands: [
      RunCommand.self, PreviewCommand.self, SweepCommand.self, CheckCommand.self, StepsCommand.self,
      ExpressionsCommand.self, NewCommand.self, CleanCommand.self, VerifyCommand.self,
      DiffCommand.self, LSPCommand.self,
    ])

  static func main() async {
    Terminal.keepPlaces()
    Terminal.ignoreReadersGone()
    if let problem = Limits.problem {
      Terminal.tell("error: \(problem)\n")
      // What is usually done at an end takes more of a stack than there may be.
      _exit(ExitCode.failure.rawValue)
    }
    do {
      if Set(CommandLine.arguments.dropFirst()) == ["--version", "--verbose"] {
        try Terminal.print(TerminalText(lines: Version.details + "\n"))
        return
      }
      try expectCommand()
      var command = try parseAsRoot()
      let kind = type(of: command)
      do {
        if var command = command as? any AsyncParsableCommand {
          try await command.run()
        } else {
          try command.run()
        }
      } catch let bad as BadValue {
        Terminal.tell(
          "Error: \(bad.message)\nUsage: \(TerminalText(safe: usageString(for: kind)))\n")
        throw ExitStatus.badInput.code
      }
    } catch {
      end(with: error)
    }
  }

  /// Throws where a command, or help for one, is asked for that there is not: the parser would speak
  /// of arguments, or show its overview.
  private static func expectCommand() throws {
    var words = CommandLine.arguments.dropFirst()
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    let asksHelp = words.first == "help"
    if asksHelp { words = words.dropFirst() }
    guard let name = words.first, !name.hasPrefix("-"), !names.contains(name) else { return }
    Terminal.tell("Error: there is no command '\(name)'; \(advice(for: name, of: names))\n")
    throw ExitStatus.usage.code
  }

  /// What to do where a word is no command.
  private static func advice(for word: String, of names: [String]) -> TerminalText {
    if word.hasSuffix(".md") { return "to run a notebook: 'daybook run \(word)'" }
    if let name = suggestion(for: word, among: names) { return "did you mean '\(name)'?" }
    return "'daybook help' lists them"
  }

  /// Says what the parser of arguments has to say, if anything, and ends.
  private static func end(with error: any Error) -> Never {
    let code = exitCode(for: error)
    let message = TerminalText(lines: fullMessage(for: error))
    guard !message.isEmpty else { exit(withError: code) }
    do {
      if code == .success {
        try Terminal.print("\(message)\n")
      } else {
        Terminal.tell("\(message)\n")
      }
    } catch {
      exit(withError: error)
    }
    exit(withError: code)
  }
}
