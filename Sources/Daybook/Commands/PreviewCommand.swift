import ArgumentParser
import Plan
import Preview
import Publishing
import Runner

/// `daybook preview NOTEBOOK`: the report, live.
struct PreviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview", abstract: "Show a notebook's report, and follow its edits.",
    discussion: """
      Serves the report to browsers of this machine, runs what an edit touches as soon as the \
      notebook is saved, and shows progress and mistakes in the page. Ends with Ctrl-C.

      \(ExitStatus.documentation(.badInput, .notWritten, .interrupted))
      """)

  @Argument(help: "The notebook, a Markdown file.", completion: .file(extensions: ["md"]))
  var notebook: String

  @Option(help: ArgumentHelp("The port to serve at; 8040 or the next free one.", valueName: "N"))
  var port: UInt16?

  @Flag(help: "Open the page in a browser.")
  var open = false

  @OptionGroup var settings: SettingOptions

  @OptionGroup var work: WorkOptions

  func run() async throws {
    let settings = try work.settings(settings)
    let printer = ProgressPrinter(terminal: .standardError)
    let isQuiet = work.quiet
    let session = Session(
      notebook: notebook, settings,
      observe: { event in
        if !isQuiet || event.isProblem { printer.show(event) }
      })
    let server: Server
    do {
      server = try Server(session, port: port)
    } catch {
      Terminal.tell("error: \(error)\n")
      throw ExitStatus.notWritten.code
    }
    Interrupt.watch()
    try await serve(server, session)
  }

  /// Serves and runs until Ctrl-C.
  private func serve(_ server: Server, _ session: Session) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { await server.run() }
      group.addTask { await session.run() }
      group.addTask {
        while !Interrupt.isPending { try await Task.sleep(for: .milliseconds(30)) }
        throw ExitStatus.interrupted.code
      }
      defer { group.cancelAll() }
      try Terminal.print("\(server.address)\n")
      if open { Browser.open(server.address) }
      try await group.next()
    }
  }
}
