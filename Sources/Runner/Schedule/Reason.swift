/// Why a step is computed, in words: what differs from the last run.
enum Reason {
  /// Compares the facts of a step with those of the step of its name in the last run.
  static func text(_ now: StepFacts, last: StepFacts?) -> String {
    guard let last else { return "not run before" }
    guard last.kind == now.kind else { return "was a \(last.kind) step" }
    let changes = seed(now, last) + settings(now, last) + files(now, last) + inputs(now, last)
    if !changes.isEmpty { return changes.joined(separator: ", ") }
    if last.version != now.version { return "daybook computes it in another way now" }
    return "its stored result is gone"
  }

  private static func seed(_ now: StepFacts, _ last: StepFacts) -> [String] {
    guard let new = now.seed, let old = last.seed, new != old else { return [] }
    return ["seed \(old) → \(new)"]
  }

  private static func settings(_ now: StepFacts, _ last: StepFacts) -> [String] {
    let old = Dictionary(last.settings.map { ($0.key, $0.value) }) { $1 }
    let new = Dictionary(now.settings.map { ($0.key, $0.value) }) { $1 }
    let keys = Set(old.keys).union(new.keys).sorted()
    return keys.compactMap { key in
      switch (old[key], new[key]) {
      case (let before?, let after?): before == after ? nil : "\(key) \(before) → \(after)"
      case (nil, let after?): "\(key) \(after) is new"
      case (_?, nil): "\(key) is left out"
      case (nil, nil): nil
      }
    }
  }

  private static func files(_ now: StepFacts, _ last: StepFacts) -> [String] {
    let old = Dictionary(last.files.map { ($0.path, $0.digest) }) { $1 }
    let changed = now.files.filter { old[$0.path] != $0.digest }.map(\.path)
    return changed.isEmpty ? [] : ["file changed: \(changed.joined(separator: ", "))"]
  }

  private static func inputs(_ now: StepFacts, _ last: StepFacts) -> [String] {
    let old = Dictionary(last.inputs.map { ("\($0.role) \($0.part)", $0) }) { $1 }
    var names: [String] = []
    for input in now.inputs where old["\(input.role) \(input.part)"]?.key != input.key {
      if !names.contains(input.step) { names.append(input.step) }
    }
    return names.isEmpty ? [] : ["input changed: \(names.joined(separator: ", "))"]
  }
}
