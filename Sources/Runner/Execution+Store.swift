import Cache
import Digest
import Notebook
import Plan
import Results

extension StepKind {
  /// Raised whenever the kind comes to yield something else for the same inputs.
  fileprivate var version: Int {
    switch self {
    case .load, .split, .train, .evaluate, .plot, .predict, .source, .check: 1
    }
  }
}

extension Execution {
  /// The content key of a step: equal keys have equal results.
  func key(of step: PlannedStep, files: [Provenance.InputFile]) -> ContentKey {
    var builder = ContentKey.Builder(kind: step.kind.rawValue, version: step.kind.version)
    builder.add("build", context.build)
    // Only these draw at random.
    if [.split, .train].contains(step.kind) { builder.add("seed", Int(plan.seed)) }
    for setting in step.settings { builder.add("option " + setting.key, setting.value) }
    for input in step.inputs {
      builder.add("role", input.role)
      builder.add("part", input.part)
      if let key = keys[input.step] { builder.add("input", key) }
    }
    for file in files { builder.add("file", file.digest) }
    return builder.key
  }

  /// The result that the store holds, if any.
  func stored(_ step: PlannedStep, _ key: ContentKey) -> StepResult? {
    entry(step.kind.rawValue, key).flatMap { StoredResult($0).result }
  }

  /// Keeps a result for the next run; a store that cannot take it is no reason to fail.
  func keep(_ result: StepResult, of step: PlannedStep, under key: ContentKey) {
    do {
      write(try StoredResult(result).entry, kind: step.kind.rawValue, key: key)
    } catch {
      context.observe(.warned("warning: the result of '\(step.name)' is not stored: \(error)"))
    }
  }

  /// Stores an entry; a store that cannot take it is no reason to fail.
  func write(_ entry: Entry, kind: String, key: ContentKey) {
    do {
      try context.store?.write(entry, kind: kind, key: key)
    } catch {
      context.observe(.warned("warning: a result of kind '\(kind)' is not stored: \(error)"))
    }
  }

  /// An entry of the store; a damaged one is reported and counts as absent.
  func entry(_ kind: String, _ key: ContentKey) -> Entry? {
    switch context.store?.read(kind: kind, key: key) {
    case .found(let entry): return entry
    case .damaged(let damage):
      context.observe(
        .warned(
          "warning: a stored \(kind) result is damaged and is computed anew: \(damage.message)"))
      return nil
    case .absent, nil: return nil
    }
  }
}
