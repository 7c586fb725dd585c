import Files

/// What the editor at the other end can do and wants.
struct Client {
  /// The folders of the workspace, from the root; the current one where it names none.
  private(set) var folders: [String] = []
  private(set) var showsInlayHints = false
  private(set) var takesSnippets = false
  private(set) var takesProgress = false
  private(set) var refreshesLenses = false
  private(set) var refreshesHints = false

  init() {}

  init(_ parameters: JSON) {
    let capabilities = parameters["capabilities"]
    let uris =
      parameters["workspaceFolders"].list?.compactMap { $0["uri"].text }
      ?? [parameters["rootUri"].text].compactMap(\.self)
    folders = uris.map { DocumentAddress.path(of: $0, folder: "") }
    takesSnippets =
      capabilities["textDocument"]["completion"]["completionItem"]["snippetSupport"].boolean
      ?? false
    takesProgress = capabilities["window"]["workDoneProgress"].boolean ?? false
    refreshesLenses = capabilities["workspace"]["codeLens"]["refreshSupport"].boolean ?? false
    refreshesHints = capabilities["workspace"]["inlayHint"]["refreshSupport"].boolean ?? false
    take(parameters["initializationOptions"])
  }

  /// Takes settings: `{"inlayHints": true}`, perhaps within `{"daybook": …}`.
  mutating func take(_ settings: JSON) {
    let own = settings["daybook"] == .null ? settings : settings["daybook"]
    if let wanted = own["inlayHints"].boolean { showsInlayHints = wanted }
  }

  /// The first folder of the workspace.
  var folder: String { folders.first ?? "." }

  /// The folder of the workspace that a file lies in: of several the innermost.
  ///
  /// Outside of all, and without any, it is the file's project.
  func folder(of path: String) -> String {
    let holding = folders.filter { path.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }
    if let innermost = holding.max(by: { $0.count < $1.count }) { return innermost }
    let own = Folder.parent(of: path)
    return ReadableFolders(notebookFolder: own).projectPath ?? own
  }
}
