import ArgumentParser
import Plan

/// The notebooks that a command takes, and what is changed in them.
struct NotebookOptions: ParsableArguments {
  @Argument(help: "The notebooks, Markdown files.", completion: .file(extensions: ["md"]))
  var notebooks: [String]

  @OptionGroup var settings: SettingOptions
}

/// The options by which commands change notebooks.
struct SettingOptions: ParsableArguments {
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

/// The options of commands that run notebooks.
struct WorkOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder that reports go to.", valueName: "DIR"))
  var output = "output"

  @Option(
    help: ArgumentHelp(
      "Threads that train and predict; results do not depend on it.", valueName: "N"))
  var threads: Int = Terminal.processors

  @Flag(name: .shortAndLong, help: "Tell only what goes wrong.")
  var quiet = false

  func validate() throws {
    guard !output.isEmpty else { throw ValidationError("--output must name a folder") }
    guard (1...256).contains(threads) else {
      throw ValidationError("--threads must be a whole number from 1 to 256")
    }
  }
}
