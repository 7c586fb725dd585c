import Cache
import Files
import Plan
import Results

/// A step made ready: its work, its content key, and what the store has of it.
struct ScheduledStep {
  let planned: PlannedStep
  let work: any StepWork
  /// What its result depends on; `nil` where it is never stored, where its files cannot be read,
  /// and where that is so of a step that it needs.
  let facts: StepFacts?
  /// The files that it reads.
  let files: [Provenance.InputFile]
  /// The signature of each of those files, taken before it was read for its digest.
  let signatures: [FileSignature?]
  /// Why its files cannot be read.
  let failure: StepFailure?
  /// The result that the store holds.
  let stored: StepResult?

  var id: StepID { planned.id }

  /// The same with a result that the store holds.
  func with(stored: StepResult?) -> ScheduledStep {
    ScheduledStep(
      planned: planned, work: work, facts: facts, files: files, signatures: signatures,
      failure: failure, stored: stored)
  }
}

extension ScheduledStep {
  /// Throws where a file that the step has read since is no longer the one that its key stands for.
  ///
  /// Reading a file for its digest and reading it for its contents are two readings, and somebody
  /// may save it between them.
  func expectUnchangedFiles(_ context: RunContext) throws {
    let now = try InputReading.signatures(planned.declaration.inputFiles, context)
    // Files that nobody has touched for a while need not be read a third time.
    if signatures == now, now.allSatisfy({ $0?.isSettled ?? false }) { return }
    let again = try InputReading(planned.declaration.inputFiles, context).files
    guard again != files else { return }
    let changed = zip(files, again).first { $0 != $1 }?.0.path ?? planned.name
    throw StepFailure(
      "\(changed) was changed while it was read", help: "run again",
      option: planned.declaration.inputFiles.lazy.compactMap(\.option).first)
  }

  /// Keeps a result for the next run; a store that cannot take it is no reason to fail.
  func keep(_ result: StepResult, _ context: RunContext) {
    guard let store = context.store, let key = facts?.key else { return }
    do {
      try store.write(StoredResult(result).entry, kind: planned.kind.name, key: key)
    } catch {
      context.observe(.warned("warning: the result of '\(id)' is not stored: \(error)"))
    }
  }

  /// What is stored of trainings that differ from this one only in how long they go on, as far as that
  /// makes no difference to how they begin.
  func trainings(_ context: RunContext) -> TrainingStore? {
    guard let store = context.store, let facts else { return nil }
    return TrainingStore(store: store, lineage: facts.lineage) { [id, observe = context.observe] in
      observe(
        .warned(
          "warning: what is stored of the training '\(id)' \($0.state) and is computed anew: "
            + $0.message))
    }
  }
}
