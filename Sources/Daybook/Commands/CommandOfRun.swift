#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension WorkOptions {
  /// The words of a command that does a run of a sweep with these options.
  func commandOfRun(_ changes: SettingOptions)
    -> @Sendable (_ notebook: String, _ step: String, _ run: String) -> [String]
  {
    var options = output.writtenOutput.map { ["--output", $0] } ?? []
    if let store = output.store { options += ["--store", store] }
    if let maxMemory { options += ["--max-memory", maxMemory] }
    for setting in changes.settings { options += ["--set", setting] }
    for folder in changes.allowedFolders { options += ["--allow-read", folder] }
    let program = Self.program
    return { [options] notebook, step, run in
      [program, "sweep", notebook, step, "--run", run] + options
    }
  }

  /// This program's own path.
  static var program: String {
    let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return own ?? CommandLine.arguments.first ?? "daybook"
  }
}
