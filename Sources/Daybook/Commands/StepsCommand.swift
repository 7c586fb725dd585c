import ArgumentParser
import Plan

/// `daybook steps [KIND]`: the step kinds and their options.
struct StepsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "steps", abstract: "Show the step kinds, their options, defaults and values.")

  @Argument(
    help: "The kind to show in full: \(StepKind.names.joined(separator: ", ")).",
    completion: .list(StepKind.names))
  var kind: StepKind?

  func run() {
    if let kind {
      print(kind.documentation.text)
    } else {
      print(StepKind.overview)
    }
  }
}

extension StepKind: ExpressibleByArgument {}
