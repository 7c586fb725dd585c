import ArgumentParser
import Notebook
import Plan
import Spelling

/// `daybook steps [KIND]`: the step kinds and their options.
struct StepsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "steps", abstract: "Show the step kinds, their options, defaults and values.",
    discussion: ExitStatus.documentation(.badInput, .notWritten))

  @Argument(
    help: "The kind to show in full: \(StepKind.names.joined(separator: ", ")).",
    completion: .list(StepKind.names))
  var kind: String?

  @Flag(help: "Write Markdown, as docs/notebook.md holds it.")
  var markdown = false

  func run() throws {
    let kind = try kind.map(Self.kind)
    if markdown {
      let kinds = kind.map { [$0] } ?? StepKind.all
      try print(kinds.map(\.markdown).joined(separator: "\n\n"))
    } else if let kind {
      try print(kind.text)
    } else {
      try print(StepKind.overview)
    }
  }

  private func print(_ text: String) throws {
    try Terminal.print(TerminalText(safe: text + "\n"))
  }

  private static func kind(_ word: String) throws -> StepKind {
    if let kind = StepKind(named: word) { return kind }
    let near = suggestion(for: word, among: StepKind.names)
    throw BadValue(
      "there is no step kind '\(word)'; "
        + (near.map { "did you mean '\($0)'?" }
          ?? "the kinds are \(StepKind.names.joined(separator: ", "))"))
  }
}
