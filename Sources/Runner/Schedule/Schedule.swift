import Cache
import Files
import Plan
import Results

/// The facts and the content key of every step, before any of them is computed.
struct Schedule {
  /// By step; `nil` for checks, for steps whose files cannot be read, and for those that need them.
  private(set) var facts: [StepFacts?] = []
  /// The files that each step reads.
  private(set) var files: [[Provenance.InputFile]] = []
  /// The signature of each of those files, taken before it was read for its digest.
  private var signatures: [[FileSignature?]] = []
  /// Why a step's files cannot be read, by step.
  private(set) var failures: [Int: StepFailure] = [:]

  init(_ plan: Plan, _ context: RunContext) {
    for step in plan.steps {
      do {
        // Before the files are read: so a save in the middle of the reading shows as well.
        let before = try context.inputPaths(of: step).map { FileSignature(context.path($0)) }
        let read = try context.inputFiles(of: step)
        signatures.append(before)
        files.append(read)
        facts.append(step.kind == .check ? nil : facts(of: step, plan, context, read))
      } catch {
        failures[step.index] = error as? StepFailure ?? StepFailure("\(error)")
        signatures.append([])
        files.append([])
        facts.append(nil)
      }
    }
  }

  /// Throws where a file that a step has read since is no longer the one that its key stands for.
  ///
  /// Reading a file for its digest and reading it for its contents are two readings, and somebody
  /// may save it between them.
  func expectUnchanged(_ step: PlannedStep, _ context: RunContext) throws {
    let (before, files) = (signatures[step.index], files[step.index])
    let now = files.map { FileSignature(context.path($0.path)) }
    // Files that nobody has touched for a while need not be read a third time.
    if before == now, now.allSatisfy({ $0?.isSettled ?? false }) { return }
    let again = try context.inputFiles(of: step)
    guard again != files else { return }
    let changed = zip(files, again).first { $0 != $1 }?.0.path ?? step.name
    throw StepFailure(
      "\(changed) was changed while it was read", help: "run again",
      option: step.kind == .source ? "file" : nil)
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
