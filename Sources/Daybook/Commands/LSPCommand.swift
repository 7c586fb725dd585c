import ArgumentParser
import Engines
import LanguageServer
import Plan
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `daybook lsp`: what editors ask about notebooks.
struct LSPCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp", abstract: "Serve editors by the Language Server Protocol.",
    discussion: """
      Speaks the protocol on standard input and output: mistakes as one types, completion, the \
      values of the last run, names and where they are used, and runs up to a step. An editor \
      starts it by itself; docs/editors.md says how for six of them.

      Exit status: 0 where the editor has ended it, 1 where the editor went without a word.
      """)

  @OptionGroup var output: OutputOptions

  @Option(
    name: .customLong("allow-read"), parsing: .singleValue,
    help: ArgumentHelp(
      "A folder that notebooks may read files of, beside their project. May be repeated.",
      valueName: "DIR"))
  var allowedFolders: [String] = []

  @OptionGroup var threads: ThreadOptions

  @Flag(
    name: .customLong("work"),
    help: ArgumentHelp("Do one run, told on standard input.", visibility: .hidden))
  var isWorker = false

  func run() async throws {
    let threads = try threads.count()
    let folder = try output.folder()
    let messages = try Self.messagesAlone()
    if isWorker {
      Interrupt.watch()
      let settings = ReportRun.Settings(
        overrides: .none, allowed: allowedFolders, output: folder, version: Version.current,
        threads: threads)
      let worker = RunWorker(settings, output: messages) { Interrupt.isPending }
      return await worker.run(Self.standardInput())
    }
    let server = LanguageServer(
      .init(
        output: output.output, isOutputNamed: output.writtenOutput != nil, store: output.store,
        allowed: allowedFolders,
        version: Version.current, worker: worker),
      input: STDIN_FILENO, output: messages)
    let status = server.run()
    if status != 0 { throw ExitCode(status) }
  }

  /// The words of a command that does a run with these options.
  private var worker: @Sendable (String, String?) -> [String] {
    let head = [WorkOptions.program, "lsp", "--work", "--threads", "\(threads.number)"]
    let refusal = output.writtenOutput == nil ? ["--refuse-link"] : []
    let folders = allowedFolders.flatMap { ["--allow-read", $0] }
    return { output, store in
      head + ["--output", output] + refusal + (store.map { ["--store", $0] } ?? []) + folders
    }
  }

  /// Standard output for messages alone: what else is printed goes to standard error from now on.
  private static func messagesAlone() throws -> Int32 {
    let descriptor = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    guard descriptor >= 0, dup2(STDERR_FILENO, STDOUT_FILENO) >= 0 else {
      throw BadValue("standard output is closed")
    }
    return descriptor
  }

  private static func standardInput() -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }
}
