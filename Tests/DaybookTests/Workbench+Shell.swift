import Foundation

extension Workbench {
  /// Runs a script in this folder with the program in `$DAYBOOK`.
  private func shell(_ command: [String], _ script: String) throws -> Outcome {
    // A copy that any user may run, wherever the build is.
    let program = folder.appending(path: "daybook")
    try? FileManager.default.copyItem(at: Self.program, to: program)
    return try run(
      "/usr/bin/env", ["DAYBOOK=\(program.path())"] + command + ["bash", "-c", script])
  }

  /// Runs a script in this folder with the program in `$DAYBOOK`.
  func shell(_ script: String) throws -> Outcome { try shell([], script) }

  /// Runs a script as a user whom permissions bind, who owns this folder.
  func restricted(_ script: String) throws -> Outcome {
    guard getuid() == 0 else { return try shell([], script) }
    _ = try run("/usr/bin/env", ["chown", "-R", "65534:65534", folder.path()])
    return try shell(
      ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"], script)
  }

  /// Runs a script where it may mount file systems over folders, seen by nobody else.
  func mounted(_ script: String) throws -> Outcome {
    try FileManager.default.createDirectory(
      at: folder.appending(path: "small"), withIntermediateDirectories: true)
    return try shell(["unshare", "--map-root-user", "--mount"], script)
  }

  /// Whether this machine lets a test mount file systems.
  static var canMount: Bool {
    guard let bench = try? Workbench(),
      let outcome = try? bench.mounted("mount -t tmpfs none small")
    else { return false }
    return outcome.status == 0
  }
}
