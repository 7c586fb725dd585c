import Cache
import Digest

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
    guard let path = Self.path(of: notebook, in: store),
      let data = try? Data(contentsOf: URL(filePath: path)),
      let last = try? JSONDecoder().decode(LastRun.self, from: data)
    else { return }
    self = last
  }

  /// Keeps the facts for the next run; where that cannot be done, it will say less.
  func keep(for notebook: String, in store: Store?) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let path = Self.path(of: notebook, in: store), let data = try? encoder.encode(self)
    else { return }
    try? AtomicFile.write(path, [UInt8](data))
  }

  private static func path(of notebook: String, in store: Store?) -> String? {
    store.map {
      $0.directory + "/last-run-" + SHA256.hex(of: Array(notebook.utf8)).prefix(16) + ".json"
    }
  }
}
