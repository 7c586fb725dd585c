import Cache
import Files

/// What every step of a run has at hand.
struct RunContext: Sendable {
  /// Where the notebook's paths start, and where it may read files.
  let readable: ReadableFolders
  let store: Store?
  let version: String
  let threads: Int
  /// The bytes of memory that the run may take, where that was said.
  let maxMemory: Int?
  /// Whether a step's warning is as bad as an error.
  let isStrict: Bool
  let isCancelled: @Sendable () -> Bool
  let observe: @Sendable (RunEvent) -> Void

  /// The path of a file that a notebook names.
  func path(_ path: String) -> String { readable.path(path) }

  /// The path of a file that a notebook names and may read.
  func readablePath(_ path: String, option: String?) throws(StepFailure) -> String {
    let place = readable.path(path)
    try expectReadable(place, option: option)
    return place
  }

  /// Throws where the notebook may not read the file at a path from the current folder.
  func expectReadable(_ place: String, option: String?) throws(StepFailure) {
    guard let refusal = readable.refusal(ofFileAt: place) else { return }
    throw StepFailure(
      "'\(shortened(place))' \(refusal.fact)", help: refusal.help, option: option)
  }

  /// A path as the notebook would write it: without the notebook's folder.
  func shortened(_ path: String) -> String {
    let folder = readable.start
    return !folder.isEmpty && path.hasPrefix(folder + "/")
      ? String(path.dropFirst(folder.count + 1)) : path
  }
}
