import Cache
import Parallel
import Plan
import Results

/// What the store has of a step.
struct StoredReading {
  /// The result that it holds, if any.
  var result: StepResult?
  /// What to tell where it holds one that is damaged, which counts as absent.
  var warning: String?
}

extension RunContext {
  /// The result that the store holds, if any; a damaged one is reported.
  func stored(_ step: PlannedStep, under key: ContentKey?) -> StepResult? {
    guard let key else { return nil }
    return told(reading(step, under: key))
  }

  /// The results that the store holds of steps, in their order.
  ///
  /// Several are read at once, each only once; what is damaged is reported in the order of the steps.
  func stored(_ steps: [ScheduledStep]) -> [StepResult?] {
    let keys = steps.map { $0.facts?.key }
    var readers: [(step: PlannedStep, key: ContentKey)] = []
    var places: [ContentKey: Int] = [:]
    for (step, key) in zip(steps, keys) {
      guard let key, places[key] == nil else { continue }
      places[key] = readers.count
      readers.append((step.planned, key))
    }
    let readings = concurrentMap(readers.count) { [readers] in
      reading(readers[$0].step, under: readers[$0].key)
    }
    let results = readings.map(told)
    return keys.map { key in key.flatMap { places[$0] }.flatMap { results[$0] } }
  }

  private func reading(_ step: PlannedStep, under key: ContentKey) -> StoredReading {
    switch store?.read(kind: step.kind.name, key: key) {
    case .found(let entry): StoredReading(result: StoredResult(entry).result)
    case .damaged(let damage):
      StoredReading(
        warning: "warning: the stored result of '\(step.id)' \(damage.state) and is computed anew: "
          + damage.message)
    case .absent, nil: StoredReading()
    }
  }

  private func told(_ reading: StoredReading) -> StepResult? {
    if let warning = reading.warning { observe(.warned(warning)) }
    return reading.result
  }
}
