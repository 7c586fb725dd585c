import ArgumentParser
import Notebook
import Plan

/// The arguments by which commands find and change notebooks.
struct NotebookOptions: ParsableArguments {
  @Argument(help: "The notebooks, Markdown files.", completion: .file(extensions: ["md"]))
  var notebooks: [String]

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "Set an option of a step, or the seed: train.iterations=100, seed=3. May be repeated.",
      valueName: "STEP.OPTION=VALUE"))
  var settings: [String] = []

  /// What the settings say.
  func overrides() throws -> Overrides {
    do {
      return try Overrides(parsing: settings)
    } catch {
      throw ValidationError(error.description)
    }
  }
}
