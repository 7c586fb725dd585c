import Cache
import Files
import Network

/// The states that trainings have reached: of those that differ only in how long they go on.
struct TrainingStore {
  let store: Store
  /// What all of them share.
  let lineage: ContentKey

  private static let finished = "training"
  private static let underWay = "checkpoint"
  /// Lengths that are kept of one lineage.
  private static let most = 4

  /// The furthest state that a training of `iterations` goes through, if one is stored.
  func furthest(before iterations: Int) -> TrainingState? {
    let finals = entry(Self.finished)?.parts.map(\.bytes) ?? []
    let checkpoints = entry(Self.underWay)?.parts.map(\.bytes) ?? []
    return (finals + checkpoints).compactMap(TrainingState.init(bytes:))
      .filter { $0.iteration <= iterations }
      .max { $0.iteration < $1.iteration }
  }

  /// The end of a training of `iterations`.
  func end(after iterations: Int) -> TrainingState? {
    entry(Self.finished)?["\(iterations)"].flatMap(TrainingState.init(bytes:))
  }

  /// Keeps a state on the way, so that a run that ends here can go on.
  func keepCheckpoint(_ state: TrainingState) throws(FileError) {
    try store.write(Entry([.init("state", state.bytes)]), kind: Self.underWay, key: lineage)
  }

  /// Keeps the end of a training, beside those of other lengths.
  func keepEnd(_ state: TrainingState) throws(FileError) {
    let name = "\(state.iteration)"
    let others = entry(Self.finished)?.parts.filter { $0.name != name } ?? []
    let parts = others.suffix(Self.most - 1) + [.init(name, state.bytes)]
    try store.write(Entry(Array(parts)), kind: Self.finished, key: lineage)
    store.remove(kind: Self.underWay, key: lineage)
  }

  private func entry(_ kind: String) -> Entry? {
    if case .found(let entry) = store.read(kind: kind, key: lineage) { entry } else { nil }
  }
}
