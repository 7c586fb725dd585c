import Cache
import Digest
import Files

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The facts of the last run of a notebook, by the names of its steps.
///
/// Only for telling reasons: whether a result may be used is a matter of its key alone.
struct LastRun: Codable, Equatable {
  var steps: [String: StepFacts] = [:]

  /// What was kept of the notebook at a path; nothing where there is nothing that can be read.
  init(of notebook: String, in store: Store?) {
    guard let bytes = store?.note(Self.name(of: notebook)),
      let last = try? JSONDecoder().decode(LastRun.self, from: Data(bytes))
    else { return }
    self = last
  }

  /// Keeps the facts for the next run; where that cannot be done, it will say less.
  func keep(for notebook: String, in store: Store?) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let data = try? encoder.encode(self) else { return }
    try? store?.writeNote(Self.name(of: notebook), [UInt8](data))
  }

  /// When a notebook was last run, in nanoseconds since 1970; `nil` for never.
  static func time(of notebook: String, in store: Store) -> Int? {
    FileSignature(store.location.path + "/" + name(of: notebook))?.modified
  }

  /// The name of the note: the same however the notebook's path is written.
  private static func name(of notebook: String) -> String {
    let path = resolvedPath(notebook) ?? notebook
    return "last-run-" + SHA256.hex(of: Array(path.utf8)).prefix(16) + ".json"
  }
}
