import ArgumentParser
import Cache
import Publishing

/// `daybook clean`: drop what is stored.
struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean", abstract: "Drop the stored results of steps.",
    discussion: ExitStatus.documentation(.badInput, .notWritten))

  @OptionGroup var output: OutputOptions

  func run() throws {
    let store = try output.folder().store
    do {
      let freed = try store.clean()
      let entries = freed.entries == 1 ? "1 result" : "\(freed.entries) results"
      Terminal.tell("dropped \(entries), \(megabytes(freed.bytes))\n")
    } catch {
      Terminal.tell("error: \(error)\n")
      throw ExitStatus.notWritten.code
    }
  }

  private func megabytes(_ bytes: Int) -> String {
    let tenths = (bytes + 50_000) / 100_000
    return "\(tenths / 10).\(tenths % 10) MB"
  }
}
