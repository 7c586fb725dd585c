import Cache
import Language
import Plan

/// Everything that a step's result depends on: equal facts have equal results.
///
/// Kept of the last run of a notebook, so that the next one can say what has changed. The program
/// that computes is among them by the version of the step's arithmetic alone, so that a new build
/// keeps what is stored.
struct StepFacts: Codable, Equatable {
  struct Setting: Codable, Equatable {
    let key: String
    let value: String
  }

  struct File: Codable, Equatable {
    let path: String
    let digest: String

    /// What the file is called, which can tell what is in it: files of EMNIST say by their names how
    /// images stand and what classes are called.
    var name: Substring { path.split(separator: "/").last ?? "" }
  }

  struct Input: Codable, Equatable {
    let role: String
    let part: String
    /// The name of the step, which the key leaves out: a new name changes nothing.
    let step: String
    let key: String
  }

  let kind: String
  /// The version of what such a step yields.
  let version: Int
  /// Only for steps that draw at random.
  let seed: UInt32?
  let settings: [Setting]
  let files: [File]
  let inputs: [Input]
  /// The options that only say how long the step goes on.
  let lengthOptions: [String]

  /// Takes the facts of a step as it is planned.
  ///
  /// - Parameters:
  ///   - seed: that of the run.
  ///   - language: that of the notebook, which only some steps write in.
  ///   - runVersion: that of the program.
  init(
    _ step: PlannedStep, _ work: any StepWork, seed: UInt32, language: Phrases, files: [File],
    inputs: [Input], runVersion: String
  ) {
    kind = step.kind.name
    version = step.declaration.version
    self.seed = step.kind.declaration.drawsAtRandom ? seed : nil
    settings =
      step.settings.map { Setting(key: $0.key, value: $0.value) }
      + (work.isInLanguage && !language.isEnglish
        ? [Setting(key: "language", value: language.language)] : [])
      + (work.tellsVersion ? [Setting(key: "daybook", value: runVersion)] : [])
    self.files = files
    self.inputs = inputs
    lengthOptions = step.declaration.lengthOptions.sorted()
  }

  /// The content key that the facts make.
  var key: ContentKey { key(leavingOut: []) }

  /// The key of all steps that differ in nothing but how long they go on.
  var lineage: ContentKey { key(leavingOut: Set(lengthOptions)) }

  /// The value of an option.
  func setting(_ key: String) -> String? {
    settings.first { $0.key == key }?.value
  }

  private func key(leavingOut omitted: Set<String>) -> ContentKey {
    var builder = ContentKey.Builder(kind: kind, version: version)
    if let seed { builder.add("seed", Int(seed)) }
    for setting in settings where !omitted.contains(setting.key) {
      builder.add("option " + setting.key, setting.value)
    }
    for input in inputs {
      builder.add("role", input.role)
      builder.add("part", input.part)
      builder.add("input", input.key)
    }
    for file in files {
      builder.add("file", file.digest)
      builder.add("name", String(file.name))
    }
    return builder.key
  }
}
