import Cache
import Plan
import Results

/// Everything that a step's result depends on: equal facts have equal results.
///
/// Kept of the last run of a notebook, so that the next one can say what has changed.
struct StepFacts: Codable, Equatable {
  struct Setting: Codable, Equatable {
    let key: String
    let value: String
  }

  struct File: Codable, Equatable {
    let path: String
    let digest: String
  }

  struct Input: Codable, Equatable {
    let role: String
    let part: String
    /// The name of the step, which the key leaves out: a new name changes nothing.
    let step: String
    let key: String
  }

  let kind: String
  /// The version of the kind.
  let version: Int
  /// The identity of the program.
  let build: String
  /// Only for steps that draw at random.
  let seed: UInt32?
  let settings: [Setting]
  let files: [File]
  let inputs: [Input]

  /// The content key that the facts make.
  var key: ContentKey { key(leavingOut: []) }

  /// The key of all trainings that differ in nothing but how long they go on.
  var lineage: ContentKey { key(leavingOut: ["iterations"]) }

  private func key(leavingOut omitted: Set<String>) -> ContentKey {
    var builder = ContentKey.Builder(kind: kind, version: version)
    builder.add("build", build)
    if let seed { builder.add("seed", Int(seed)) }
    for setting in settings where !omitted.contains(setting.key) {
      builder.add("option " + setting.key, setting.value)
    }
    for input in inputs {
      builder.add("role", input.role)
      builder.add("part", input.part)
      builder.add("input", input.key)
    }
    for file in files { builder.add("file", file.digest) }
    return builder.key
  }
}

extension StepKind {
  /// Raised whenever the kind comes to yield something else for the same inputs.
  var version: Int {
    switch self {
    case .load, .split, .train, .evaluate, .plot, .predict, .try, .source, .check: 1
    }
  }

  /// Whether the kind draws at random.
  var isRandom: Bool { self == .split || self == .train }
}
