import Notebook
import Plan

// What the server answers to each request.

extension LanguageServer {
  func initialize(_ parameters: JSON) -> JSON {
    client = Client(parameters)
    return ["capabilities": Self.capabilities, "serverInfo": serverInfo]
  }

  private var serverInfo: JSON { ["name": "daybook", "version": .text(settings.version)] }

  private static let capabilities: JSON = [
    // The whole text comes with every change.
    "textDocumentSync": ["openClose": true, "change": 1, "save": true],
    "completionProvider": ["triggerCharacters": ["`", "{", ".", ":", " ", "#", "^", "/", "["]],
    "hoverProvider": true,
    "definitionProvider": true,
    "referencesProvider": true,
    "documentHighlightProvider": true,
    "renameProvider": ["prepareProvider": true],
    "documentSymbolProvider": true,
    "foldingRangeProvider": true,
    "documentLinkProvider": [:],
    "codeActionProvider": ["codeActionKinds": ["quickfix", "source"]],
    "inlayHintProvider": true,
    "codeLensProvider": [:],
    "executeCommandProvider": [
      "commands": [.text(RunLens.command), .text(runCommand), .text(stopCommand)],
      "workDoneProgress": true,
    ],
  ]

  func reply(_ method: String, _ parameters: JSON) throws(ProtocolError) -> JSON {
    if method.hasPrefix("textDocument/") {
      let uri = parameters["textDocument"]["uri"].text ?? ""
      guard let notebook = notebooks[uri] else {
        throw .invalidParameters("'\(uri)' is not open")
      }
      return try reply(method, parameters, notebook)
    }
    throw .unknownMethod(method)
  }

  private func reply(_ method: String, _ parameters: JSON, _ notebook: OpenNotebook)
    throws(ProtocolError) -> JSON
  {
    switch method {
    case "textDocument/documentSymbol": return Outline(notebook: notebook).symbols()
    case "textDocument/foldingRange": return Outline(notebook: notebook).folds()
    case "textDocument/documentLink": return Navigation(notebook: notebook).links()
    case "textDocument/codeLens":
      return .list(RunLens(notebook: notebook, results: results(of: notebook)).lenses())
    case "textDocument/codeAction":
      return Problems(notebook: notebook).actions(in: try range(parameters["range"], notebook))
    case "textDocument/inlayHint":
      guard client.showsInlayHints, let results = results(of: notebook) else { return [] }
      return .list(
        InlayHints(notebook: notebook, results: results)
          .hints(in: try range(parameters["range"], notebook)))
    default: return try replyAtPlace(method, parameters, notebook)
    }
  }

  private func replyAtPlace(_ method: String, _ parameters: JSON, _ notebook: OpenNotebook)
    throws(ProtocolError) -> JSON
  {
    let navigation = Navigation(notebook: notebook)
    let place = { () throws(ProtocolError) -> SourcePosition in
      guard let position = notebook.places.position(parameters["position"]) else {
        throw .invalidParameters("there is no position")
      }
      return position
    }
    switch method {
    case "textDocument/completion":
      return .list(
        Completion(
          notebook: notebook, results: results(of: notebook), takesSnippets: client.takesSnippets
        ).items(at: try place()))
    case "textDocument/hover":
      return Hover(notebook: notebook, results: results(of: notebook)).json(at: try place())
    case "textDocument/definition": return navigation.definition(at: try place())
    case "textDocument/references":
      let isWanted = parameters["context"]["includeDeclaration"].boolean ?? true
      return navigation.references(at: try place(), withDefinition: isWanted)
    case "textDocument/documentHighlight": return navigation.highlights(at: try place())
    case "textDocument/prepareRename":
      return Renaming(notebook: notebook).preparation(at: try place())
    case "textDocument/rename":
      return try Renaming(notebook: notebook)
        .edits(at: try place(), to: parameters["newName"].text ?? "")
    default: throw .unknownMethod(method)
    }
  }

  private func range(_ json: JSON, _ notebook: OpenNotebook) throws(ProtocolError) -> SourceRange {
    guard let start = notebook.places.position(json["start"]),
      let end = notebook.places.position(json["end"])
    else { throw .invalidParameters("there is no range") }
    return SourceRange(start, end)
  }
}
