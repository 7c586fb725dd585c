import Cache
import Files
import Network

/// A state that a training has reached, as the store keeps it.
protocol StoredTraining {
  /// Updates made.
  var iteration: Int { get }
  var bytes: [UInt8] { get }
  init?(bytes: [UInt8])
}

extension TrainingState: StoredTraining {}
extension BatchTrainingState: StoredTraining {}

/// The states that trainings have reached: of those that differ only in how long they go on.
struct TrainingStore {
  let store: Store
  /// What all of them share.
  let lineage: ContentKey
  /// Takes what is to be told where a stored state is damaged, which counts as absent.
  let onDamage: @Sendable (EntryDamage) -> Void

  private static let finished = "training"
  private static let underWay = "checkpoint"
  /// Lengths that are kept of one lineage, as far as an entry has room for them.
  private static let most = 4
  /// Bytes of an entry beside those of its parts, at most.
  private static let margin = 4096

  /// The furthest stored state that a training goes through, of those that are within its length.
  func furthest<State: StoredTraining>(
    _: State.Type, where isWithin: (State) -> Bool
  ) -> State? {
    let finals = entry(Self.finished)?.parts.map(\.bytes) ?? []
    let checkpoints = entry(Self.underWay)?.parts.map(\.bytes) ?? []
    return (finals + checkpoints).compactMap(State.init(bytes:)).filter(isWithin)
      .max { $0.iteration < $1.iteration }
  }

  /// The end of a training of so many iterations at most.
  func end<State: StoredTraining>(_: State.Type, after iterations: Int) -> State? {
    entry(Self.finished)?["\(iterations)"].flatMap(State.init(bytes:))
  }

  /// Keeps a state on the way, so that a run that ends here can go on.
  func keepCheckpoint(_ state: some StoredTraining) throws(FileError) {
    try store.write(Entry([.init("state", state.bytes)]), kind: Self.underWay, key: lineage)
  }

  /// Keeps the end of a training of so many iterations at most, beside those of other lengths.
  func keepEnd(_ state: some StoredTraining, length: Int) throws(FileError) {
    let name = "\(length)"
    let others = entry(Self.finished)?.parts.filter { $0.name != name } ?? []
    var parts = others.suffix(Self.most - 1) + [.init(name, state.bytes)]
    while parts.count > 1, Entry(Array(parts)).byteCount > store.entryLimit - Self.margin {
      parts.removeFirst()
    }
    try store.write(Entry(Array(parts)), kind: Self.finished, key: lineage)
    store.remove(kind: Self.underWay, key: lineage)
  }

  private func entry(_ kind: String) -> Entry? {
    switch store.read(kind: kind, key: lineage) {
    case .found(let entry): return entry
    case .damaged(let damage):
      onDamage(damage)
      return nil
    case .absent: return nil
    }
  }
}
