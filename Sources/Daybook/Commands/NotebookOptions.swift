import ArgumentParser
import Plan
import Publishing

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
      """
      Set an option of a step, or the seed: train.iterations=100, seed=3. May be repeated.
      """,
      valueName: "STEP.OPTION=VALUE"))
  var settings: [String] = []

  /// What the settings say.
  func overrides() throws -> Overrides {
    do {
      return try Overrides(parsing: settings)
    } catch {
      throw BadValue(error.description)
    }
  }
}

/// The options that say where reports and stored results are.
struct OutputOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder that reports go to.", valueName: "DIR"))
  var output = "output"

  @Option(
    help: ArgumentHelp(
      "The folder of stored results, which outputs may share. (default: OUTPUT/.cache)",
      valueName: "DIR"))
  var store: String?

  func folder() throws -> OutputFolder {
    guard !output.isEmpty else { throw BadValue("--output must name a folder") }
    guard store?.isEmpty != true else { throw BadValue("--store must name a folder") }
    return OutputFolder(output, store: store)
  }
}

/// The options of commands that run notebooks.
struct WorkOptions: ParsableArguments {
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      "Threads that train and predict; results do not depend on it.", valueName: "N"))
  var threads: Int = Terminal.processors

  @Flag(name: .shortAndLong, help: "Tell only what goes wrong.")
  var quiet = false

  /// What runs need beside the notebook.
  func settings(_ overrides: Overrides, usesStore: Bool = true) throws -> ReportRun.Settings {
    guard (1...256).contains(threads) else {
      throw BadValue("--threads must be a whole number from 1 to 256")
    }
    return ReportRun.Settings(
      overrides: overrides, output: try output.folder(), usesStore: usesStore,
      version: Version.current, threads: threads)
  }
}
