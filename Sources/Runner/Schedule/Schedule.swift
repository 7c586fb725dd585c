import Cache
import Plan
import Results

/// The facts and the content key of every step, before any of them is computed.
struct Schedule {
  /// By step; `nil` for checks, for steps whose files cannot be read, and for those that need them.
  private(set) var facts: [StepFacts?] = []
  /// The files that each step reads.
  private(set) var files: [[Provenance.InputFile]] = []
  /// Why a step's files cannot be read, by step.
  private(set) var failures: [Int: StepFailure] = [:]

  init(_ plan: Plan, _ context: RunContext) {
    for step in plan.steps {
      var read: [Provenance.InputFile] = []
      do {
        read = try context.inputFiles(of: step)
        files.append(read)
        facts.append(step.kind == .check ? nil : facts(of: step, plan, context, read))
      } catch {
        failures[step.index] = error as? StepFailure ?? StepFailure("\(error)")
        files.append([])
        facts.append(nil)
      }
    }
  }

  func key(_ index: Int) -> ContentKey? { facts[index]?.key }

  private func facts(
    of step: PlannedStep, _ plan: Plan, _ context: RunContext, _ files: [Provenance.InputFile]
  ) -> StepFacts? {
    var inputs: [StepFacts.Input] = []
    for input in step.inputs {
      guard let key = key(input.step) else { return nil }
      inputs.append(
        .init(
          role: input.role, part: input.part, step: plan.steps[input.step].name,
          key: key.hexadecimal))
    }
    return StepFacts(
      kind: step.kind.rawValue, version: step.kind.version, build: context.build,
      seed: step.kind.isRandom ? plan.seed : nil,
      settings: step.settings.map { .init(key: $0.key, value: $0.value) },
      files: files.map { .init(path: $0.path, digest: $0.digest) }, inputs: inputs)
  }
}
