import Cache
import Files
import Language
import Parallel
import Plan
import Results

/// The steps of a plan made ready, before any of them is computed.
struct Schedule {
  /// In the order of the plan.
  private(set) var steps: [ScheduledStep] = []
  private var places: [StepID: Int] = [:]

  init(_ plan: Plan, _ context: RunContext) {
    let ownsRuns = plan.steps.contains { $0.declaration.runs != nil }
    let planner = ownsRuns ? RunPlanner(plan) : nil
    // Files are read for all steps at once, and what is stored is too: no step's key depends on the
    // result of another.
    let readings = concurrentMap(plan.steps.count) { index in
      Result { try Self.reading(for: plan.steps[index].declaration, context) }
    }
    for (step, reading) in zip(plan.steps, readings) {
      append(ready(step, plan, context, planner) { _ in try reading.get() })
    }
    steps = zip(steps, context.stored(steps)).map { $0.with(stored: $1) }
  }

  /// The steps of a run of a sweep; what nothing touches is as the notebook's own schedule has it.
  ///
  /// The store is not asked for the others.
  init(_ run: RunPlanner.RunPlan, beside own: Schedule, _ context: RunContext) {
    for step in run.plan.steps {
      if run.unchanged.contains(step.id), let known = own[step.id] {
        append(known)
      } else {
        append(
          ready(step, run.plan, context, nil) { declaration in
            try own.reading(of: declaration.inputFiles) ?? Self.reading(for: declaration, context)
          })
      }
    }
  }

  private mutating func append(_ step: ScheduledStep) {
    places[step.id] = steps.count
    steps.append(step)
  }

  /// The files of a step, with their digests.
  ///
  /// What takes seconds to digest is looked at before: it may be a file that no step can read.
  private static func reading(
    for declaration: any StepDeclaration, _ context: RunContext
  ) throws -> InputReading {
    if try InputReading.isLarge(declaration.inputFiles, context) {
      try declaration.accept(WorkFinder()).expectReadableFiles(context)
    }
    return try InputReading(declaration.inputFiles, context)
  }

  /// Files as they were read for a step that reads the same ones.
  private func reading(of inputs: [InputFiles]) -> InputReading? {
    steps.first { $0.failure == nil && $0.planned.declaration.inputFiles == inputs }
      .map { InputReading(files: $0.files, signatures: $0.signatures) }
  }

  subscript(id: StepID) -> ScheduledStep? { places[id].map { steps[$0] } }

  /// The steps that are done at a time, in order.
  func steps(_ timing: StepTiming) -> [ScheduledStep] {
    steps.filter { $0.planned.kind.declaration.timing == timing }
  }

  private func ready(
    _ step: PlannedStep, _ plan: Plan, _ context: RunContext, _ planner: RunPlanner?,
    read: (any StepDeclaration) throws -> InputReading
  ) -> ScheduledStep {
    let work = step.declaration.accept(WorkFinder())
    do {
      let read = try read(step.declaration)
      return ScheduledStep(
        planned: step, work: work,
        facts: facts(of: step, work, plan, read.files, context, planner),
        files: read.files, signatures: read.signatures, failure: nil, stored: nil)
    } catch {
      return ScheduledStep(
        planned: step, work: work, facts: nil, files: [], signatures: [],
        failure: StepFailure(error), stored: nil)
    }
  }

  private func facts(
    of step: PlannedStep, _ work: any StepWork, _ plan: Plan,
    _ files: [Provenance.InputFile], _ context: RunContext,
    _ planner: RunPlanner?
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
    if let runs = step.declaration.runs, let planner {
      guard let key = key(of: runs, context, planner) else { return nil }
      inputs.append(
        .init(role: "runs", part: "measured", step: step.name, key: key.hexadecimal))
    }
    return StepFacts(
      step, work, seed: plan.seed, language: Phrases(language: plan.language),
      files: files.map { .init(path: $0.path, digest: $0.digest) }, inputs: inputs,
      runVersion: context.version)
  }

  /// What the results of all runs depend on; `nil` where files of one cannot be read.
  private func key(of runs: PlannedRuns, _ context: RunContext, _ planner: RunPlanner)
    -> ContentKey?
  {
    var builder = ContentKey.Builder(kind: "runs", version: 1)
    for run in 0..<runs.grid.count {
      let schedule = Schedule(runs.plan(of: run, by: planner), beside: self, context)
      for step in runs.measured {
        guard let key = schedule[step]?.facts?.key else { return nil }
        builder.add("step", key)
      }
    }
    return builder.key
  }
}
