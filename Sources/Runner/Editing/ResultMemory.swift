package import Cache
import Files
import Results

/// The results of a store that have been read already, so that an editor need not wait for them at
/// every letter.
///
/// It stays within one thread.
package final class ResultMemory {
  /// The facts of the last run of a notebook, and when it was.
  struct Run {
    let facts: LastRun
    /// In nanoseconds since 1970.
    let time: Int
  }

  private let store: Store
  private var runs: [String: Run] = [:]
  private var values: [String: [Field]] = [:]
  private var looks: [String: (modified: Int?, next: ContinuousClock.Instant)] = [:]

  package init(_ store: Store) {
    self.store = store
  }

  /// The last run of the notebook at a path; `nil` where it was never run.
  func lastRun(of notebook: String) -> Run? {
    guard let time = LastRun.time(of: notebook, in: store) else { return nil }
    if let run = runs[notebook], run.time == time { return run }
    let run = Run(facts: LastRun(of: notebook, in: store), time: time)
    runs[notebook] = run
    return run
  }

  /// What a step with these facts came to; `nil` where that is not stored.
  func values(of facts: StepFacts) -> [Field]? {
    let key = facts.key
    if let known = values[key.hexadecimal] { return known }
    guard case .found(let entry) = store.read(kind: facts.kind, key: key),
      let result = StoredResult(entry).result
    else { return nil }
    values[key.hexadecimal] = result.values
    return result.values
  }

  /// When what is at a path was last written to, in nanoseconds since 1970; `nil` for nothing.
  ///
  /// A folder of many files is looked at again once some time has passed, so that looking has a
  /// fiftieth of the time at most.
  func modified(_ path: String) -> Int? {
    let start = ContinuousClock.now
    if let look = looks[path], start < look.next { return look.modified }
    let modified = TreeSignature(path)?.modified
    let end = ContinuousClock.now
    looks[path] = (modified, end + (end - start) * 50)
    return modified
  }
}
