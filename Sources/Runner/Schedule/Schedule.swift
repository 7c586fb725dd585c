import Cache
import Files
import Plan
import Results

/// The steps of a plan made ready, before any of them is computed.
struct Schedule {
  /// In the order of the plan.
  private(set) var steps: [ScheduledStep] = []
  private var places: [StepID: Int] = [:]

  init(_ plan: Plan, _ context: RunContext) {
    for step in plan.steps {
      places[step.id] = steps.count
      steps.append(ready(step, plan, context))
    }
  }

  subscript(id: StepID) -> ScheduledStep? { places[id].map { steps[$0] } }

  /// The steps that are done at a time, in order.
  func steps(_ timing: StepTiming) -> [ScheduledStep] {
    steps.filter { $0.planned.kind.declaration.timing == timing }
  }

  private func ready(_ step: PlannedStep, _ plan: Plan, _ context: RunContext) -> ScheduledStep {
    let work = step.declaration.accept(WorkFinder())
    do {
      let read = try InputReading(step.declaration.inputFiles, context)
      let facts = facts(of: step, plan, read.files)
      return ScheduledStep(
        planned: step, work: work, facts: facts, files: read.files, signatures: read.signatures,
        failure: nil, stored: context.stored(step, under: facts?.key))
    } catch {
      return ScheduledStep(
        planned: step, work: work, facts: nil, files: [], signatures: [],
        failure: error as? StepFailure ?? StepFailure("\(error)"), stored: nil)
    }
  }

  private func facts(
    of step: PlannedStep, _ plan: Plan, _ files: [Provenance.InputFile]
  ) -> StepFacts? {
    let declaration = step.kind.declaration
    switch declaration.timing {
    case .atTheEnd: return nil
    case .inOrder: break
    }
    var inputs: [StepFacts.Input] = []
    for input in step.inputs {
      guard let key = self[input.step]?.facts?.key else { return nil }
      inputs.append(
        .init(
          role: input.role, part: input.part, step: input.step.description,
          key: key.hexadecimal))
    }
    return StepFacts(
      kind: step.kind.name, version: step.declaration.version,
      seed: declaration.drawsAtRandom ? plan.seed : nil,
      settings: step.settings.map { .init(key: $0.key, value: $0.value) },
      files: files.map { .init(path: $0.path, digest: $0.digest) }, inputs: inputs,
      lengthOptions: step.declaration.lengthOptions.sorted())
  }
}
