import Dispatch
import Notebook
import Plan
import Publishing
import Runner

/// A server of the Language Server Protocol: knows the notebooks that an editor has open.
///
/// Everything happens on the thread that runs it; another one reads messages, and runs go on in
/// processes of their own.
///
/// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
package final class LanguageServer {
  /// What the server needs beside the notebooks.
  package struct Settings: Sendable {
    /// Where reports and results are; a path that is not from the root begins at the workspace.
    package let output: String
    /// Whether the user has named that folder; else it may be no link, which would be a stranger's.
    package let isOutputNamed: Bool
    package let store: String?
    /// Folders beside the notebook's project out of which it may read files.
    package let allowed: [String]
    package let version: String
    /// The words of a command that takes a job on its standard input, of the output folder and the
    /// store.
    package let worker: @Sendable (_ output: String, _ store: String?) -> [String]

    package init(
      output: String, isOutputNamed: Bool, store: String?, allowed: [String], version: String,
      worker: @escaping @Sendable (String, String?) -> [String]
    ) {
      self.output = output
      self.isOutputNamed = isOutputNamed
      self.store = store
      self.allowed = allowed
      self.version = version
      self.worker = worker
    }
  }

  let settings: Settings
  let inbox = Inbox()
  private let input: Int32
  let writer: MessageWriter
  var client = Client()
  var notebooks: [String: OpenNotebook] = [:]
  var memories: [String: ResultMemory] = [:]
  /// The notebooks of which the client has not been told yet what is wrong.
  private var untold: Set<String> = []
  var runs: [Int: RunningRun] = [:]
  var lastNumber = 0
  private var isInitialized = false
  private var isShutDown = false

  /// A server that reads messages of a file descriptor, and writes them to another.
  package init(_ settings: Settings, input: Int32, output: Int32) {
    self.settings = settings
    self.input = input
    writer = MessageWriter(output)
  }

  /// Serves until the client says so, or goes; gives the exit status that the protocol asks for.
  package func run() -> Int32 {
    let (inbox, input) = (inbox, input)
    DispatchQueue(label: "daybook.lsp").async {
      var reader = MessageReader(input)
      while true {
        switch reader.next() {
        case .message(let message): inbox.put(.message(message))
        case .malformed: inbox.put(.malformed)
        case .ended: return inbox.put(.ended)
        }
      }
    }
    defer { for run in runs.values { run.process.stop() } }
    while true {
      switch inbox.next() {
      case .message(let message):
        if message["method"].text == "exit" { return isShutDown ? 0 : 1 }
        take(message)
      case .malformed:
        writer.send(["id": .null, "error": ProtocolError.malformed.json])
      case .run(let number, let update): note(update, of: number)
      case .ended: return isShutDown ? 0 : 1
      }
      // While letters are still coming in, nobody waits for what is wrong with a text of before.
      if inbox.isEmpty { tellProblems() }
    }
  }

  private func take(_ message: JSON) {
    let (id, method) = (message["id"], message["method"].text)
    // An answer to a request of ours: none of them has one that matters.
    guard let method else { return }
    guard id != .null else { return take(method, message["params"]) }
    do throws(ProtocolError) {
      if inbox.takeCancellation(of: id) { throw .cancelled }
      if method == "initialize" {
        isInitialized = true
        return answer(id, initialize(message["params"]))
      }
      guard isInitialized else { throw .notInitialized }
      guard !isShutDown else { throw .invalidRequest }
      if method == "shutdown" {
        isShutDown = true
        return answer(id, nil)
      }
      if method == "workspace/executeCommand" {
        return try execute(message["params"], request: id)
      }
      answer(id, try reply(method, message["params"]))
    } catch {
      writer.send(["id": id, "error": error.json])
    }
  }

  func answer(_ id: JSON, _ result: JSON) { writer.send(["id": id, "result": result]) }

  func fail(_ id: JSON, _ error: ProtocolError) { writer.send(["id": id, "error": error.json]) }

  func notify(_ method: String, _ parameters: JSON) {
    writer.send(["method": .text(method), "params": parameters])
  }

  /// Asks the client for something of which the answer does not matter.
  func request(_ method: String, _ parameters: JSON) {
    lastNumber += 1
    writer.send([
      "id": .text("daybook-\(lastNumber)"), "method": .text(method), "params": parameters,
    ])
  }

  // MARK: - Notifications

  private func take(_ method: String, _ parameters: JSON) {
    let document = parameters["textDocument"]
    switch method {
    case "textDocument/didOpen":
      open(document["uri"].text, document["text"].text, document["version"].integer)
    case "textDocument/didChange":
      // The whole text comes with every change.
      open(
        document["uri"].text, parameters["contentChanges"].list?.last?["text"].text,
        document["version"].integer)
    case "textDocument/didClose":
      guard let uri = document["uri"].text else { return }
      notebooks[uri] = nil
      untold.remove(uri)
      notify("textDocument/publishDiagnostics", ["uri": .text(uri), "diagnostics": []])
    case "textDocument/didSave":
      // Files that the text names may be there now.
      if let uri = document["uri"].text, let notebook = notebooks[uri] {
        open(uri, notebook.source.text, notebook.version)
      }
    case "workspace/didChangeConfiguration": client.take(parameters["settings"])
    case "window/workDoneProgress/cancel": cancelRun { $0.token == parameters["token"] }
    case "$/cancelRequest":
      // The request came before: it has been answered, or is a run.
      _ = inbox.takeCancellation(of: parameters["id"])
      _ = cancelRun { $0.request == parameters["id"] }
    default: break
    }
  }

  private func open(_ uri: String?, _ text: String?, _ version: Int?) {
    guard let uri, let text else { return }
    notebooks[uri] = OpenNotebook(
      uri: uri, path: DocumentAddress.path(of: uri, folder: client.folder), text: text,
      version: version, allowed: settings.allowed, before: notebooks[uri])
    untold.insert(uri)
  }

  private func tellProblems() {
    for uri in untold.sorted() { tellProblems(of: uri) }
    untold = []
  }

  func tellProblems(of uri: String) {
    guard let notebook = notebooks[uri] else { return }
    notify(
      "textDocument/publishDiagnostics",
      .object(compacting: [
        "uri": .text(uri), "version": notebook.version.map(JSON.integer),
        "diagnostics": Problems(notebook: notebook).json,
      ]))
  }
}
