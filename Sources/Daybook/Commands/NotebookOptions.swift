import ArgumentParser
import Engines
import Files
import Plan
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

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
      valueName: "STEP.OPTION=VALUE"), completion: StepCompletion.settings)
  var settings: [String] = []

  @Option(
    name: .customLong("allow-read"), parsing: .singleValue,
    help: ArgumentHelp(
      """
      A folder that notebooks may read files of, beside their project (the nearest folder with \
      .git, or the notebook's own). May be repeated.
      """,
      valueName: "DIR"), completion: .directory)
  var allowedFolders: [String] = []

  @Flag(help: "Take warnings as errors.")
  var strict = false

  /// The folders that may be read beside projects.
  func allowed() throws -> [String] {
    for folder in allowedFolders {
      do throws(FileError) {
        _ = try Folder(folder)
      } catch {
        throw BadValue("--allow-read \(folder): \(error.reason.message)")
      }
    }
    return allowedFolders
  }

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
  @Option(
    name: .customLong("output"),
    help: ArgumentHelp("The folder that reports go to. (default: output)", valueName: "DIR"),
    completion: .directory)
  var writtenOutput: String?

  @Flag(
    name: .customLong("refuse-link"),
    help: ArgumentHelp("Refuse a link in the place of --output.", visibility: .hidden))
  var refusesLink = false

  @Option(
    help: ArgumentHelp(
      "The folder of stored results, which outputs may share. (default: OUTPUT/.cache)",
      valueName: "DIR"))
  var store: String?

  /// The folder that reports go to.
  var output: String { writtenOutput ?? Self.standard }

  private static let standard = "output"

  /// Whether the user has written it, and not a program that starts this one.
  private var isWritten: Bool { writtenOutput != nil && !refusesLink }

  /// - Parameter isShared: whether other machines may read and write the store at the same time.
  func folder(isShared: Bool = false) throws -> OutputFolder {
    guard !output.isEmpty else { throw BadValue("--output must name a folder") }
    guard store?.isEmpty != true else { throw BadValue("--store must name a folder") }
    let folder = OutputFolder(
      output, isWritten: isWritten, store: store, isShared: isShared)
    // Whoever writes a path means where it leads; nobody has written this one.
    guard isWritten || !folder.isLink else {
      throw BadValue(
        "'\(output)' is a link, which may have come with the notebook; "
          + "to follow it, write --output \(output)")
    }
    return folder
  }

  /// Throws where the store that is named is there and is no folder that can be opened.
  func expectStore() throws {
    guard let store, !store.isEmpty else { return }
    do throws(FileError) {
      _ = try Folder(store)
    } catch {
      guard error.code != ENOENT else { return }
      throw BadValue("--store \(store): \(error.reason.message)")
    }
  }
}

/// The options of commands that run notebooks.
struct WorkOptions: ParsableArguments {
  @OptionGroup var output: OutputOptions

  @OptionGroup var threads: ThreadOptions

  @Option(
    name: .customLong("max-memory"),
    help: ArgumentHelp(
      """
      The most memory that a step may take with its data: 500M, 2G. (default: what is free)
      """, valueName: "SIZE"))
  var maxMemory: String?

  @OptionGroup(title: "Runs of sweeps") var runs: RunsOptions

  @Flag(name: .shortAndLong, help: "Tell only what goes wrong.")
  var quiet = false

  /// What runs need beside the notebook.
  func settings(
    _ changes: SettingOptions, usesStore: Bool = true, sharesStore: Bool = false,
    writesMarkdown: Bool = false
  ) throws -> ReportRun.Settings {
    if usesStore { try output.expectStore() }
    return ReportRun.Settings(
      overrides: try changes.overrides(), allowed: try changes.allowed(),
      output: try output.folder(isShared: try sharesStore || !runs.kind().engine.computesHere),
      usesStore: usesStore, version: Version.current,
      threads: try threads.count(), maxMemory: try maxMemory.map(Self.bytes(of:)),
      isStrict: changes.strict,
      writesMarkdown: writesMarkdown,
      engine: try runs.engine(), commandOfRun: commandOfRun(changes))
  }
}

extension WorkOptions {
  /// The bytes that a size stands for: a whole number, and K, M, G or T for powers of 1024.
  private static func bytes(of size: String) throws -> Int {
    let units = ["K": 10, "M": 20, "G": 30, "T": 40]
    let unit = size.last.flatMap { units[$0.uppercased()] }
    guard let number = Int(unit == nil ? size : String(size.dropLast())), number > 0,
      number <= Int.max >> (unit ?? 0)
    else {
      throw BadValue("--max-memory \(size): write a whole number with K, M, G or T, such as 2G")
    }
    return number << (unit ?? 0)
  }
}
