import ArgumentParser
import Expressions

/// `daybook expressions`: the language of inline values and checks.
struct ExpressionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expressions",
    abstract: "Show the language of inline values and checks: operators, functions, formats.",
    discussion: ExitStatus.documentation(.notWritten))

  @Flag(help: "Write Markdown, as docs/notebook.md holds it.")
  var markdown = false

  func run() throws {
    let text = markdown ? LanguageReference.markdown : LanguageReference.text
    try Terminal.print(TerminalText(safe: text + "\n"))
  }
}
