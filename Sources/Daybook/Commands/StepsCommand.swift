import ArgumentParser
import Notebook
import Plan

/// `daybook steps [KIND]`: the step kinds and their options.
struct StepsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "steps", abstract: "Show the step kinds, their options, defaults and values.")

  @Argument(
    help: "The kind to show in full: \(StepKind.names.joined(separator: ", ")).",
    completion: .list(StepKind.names))
  var kind: String?

  func run() throws {
    if let kind {
      print(try Self.kind(kind).documentation.text)
    } else {
      print(StepKind.overview)
    }
  }

  private static func kind(_ word: String) throws -> StepKind {
    if let kind = StepKind(rawValue: word) { return kind }
    let near = suggestion(for: word, among: StepKind.names)
    throw BadValue(
      "there is no step kind '\(word)'; "
        + (near.map { "did you mean '\($0)'?" }
          ?? "the kinds are \(StepKind.names.joined(separator: ", "))"))
  }
}
