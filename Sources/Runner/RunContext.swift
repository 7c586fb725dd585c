import Cache

/// What every step of a run has at hand.
struct RunContext: Sendable {
  let folder: String
  let store: Store?
  let version: String
  let threads: Int
  let isCancelled: @Sendable () -> Bool
  let observe: @Sendable (RunEvent) -> Void

  /// The path of a file that a notebook names.
  func path(_ path: String) -> String {
    path.hasPrefix("/") || folder.isEmpty ? path : folder + "/" + path
  }

  /// A path as the notebook would write it: without the notebook's folder.
  func shortened(_ path: String) -> String {
    !folder.isEmpty && path.hasPrefix(folder + "/")
      ? String(path.dropFirst(folder.count + 1)) : path
  }
}
