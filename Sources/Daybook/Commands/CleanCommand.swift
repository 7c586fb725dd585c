import ArgumentParser
import Cache

/// `daybook clean`: drop what is stored.
struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean", abstract: "Drop the stored results of steps.")

  @Option(help: ArgumentHelp("The folder that reports go to.", valueName: "DIR"))
  var output = "output"

  func validate() throws {
    guard !output.isEmpty else { throw ValidationError("--output must name a folder") }
  }

  func run() throws {
    do {
      let freed = try Store(directory: output + "/.cache").clean()
      let entries = freed.entries == 1 ? "1 result" : "\(freed.entries) results"
      Terminal.write("dropped \(entries), \(megabytes(freed.bytes))\n")
    } catch {
      Terminal.write("error: \(error)\n")
      throw ExitStatus.notWritten
    }
  }

  private func megabytes(_ bytes: Int) -> String {
    let tenths = (bytes + 50_000) / 100_000
    return "\(tenths / 10).\(tenths % 10) MB"
  }
}
