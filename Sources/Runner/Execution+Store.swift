import Cache
import Network
import Plan
import Results

extension RunContext {
  /// The result that the store holds, if any; a damaged one is reported and counts as absent.
  func stored(_ step: PlannedStep, under key: ContentKey?) -> StepResult? {
    guard let key else { return nil }
    switch store?.read(kind: step.kind.rawValue, key: key) {
    case .found(let entry): return StoredResult(entry).result
    case .damaged(let damage):
      observe(
        .warned(
          "warning: the stored result of '\(step.name)' is damaged and is computed anew: "
            + damage.message))
      return nil
    case .absent, nil: return nil
    }
  }
}

extension Execution {
  /// Keeps a result for the next run; a store that cannot take it is no reason to fail.
  func keep(_ result: StepResult, of step: PlannedStep) {
    guard let store = context.store, let key = schedule.key(step.index) else { return }
    do {
      try store.write(StoredResult(result).entry, kind: step.kind.rawValue, key: key)
    } catch {
      context.observe(.warned("warning: the result of '\(step.name)' is not stored: \(error)"))
    }
  }

  /// What is stored of a training and of those like it.
  func trainingStore(_ step: PlannedStep) -> TrainingStore? {
    guard let store = context.store, let facts = schedule.facts[step.index] else { return nil }
    return TrainingStore(store: store, lineage: facts.lineage)
  }

  /// The state that a training goes on from, where one is stored.
  func startingPoint(_ train: Train, _ step: PlannedStep) -> TrainingState? {
    trainingStore(step)?.furthest(before: train.iterations)
  }
}
