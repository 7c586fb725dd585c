#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Follows runs through Slurm's queue until each is stored, or has failed for good.
struct SlurmWatch {
  private let work: EngineWork
  private let folder: String
  private let submit: ([Int]) throws -> Void
  private var pending: [Int: State]
  /// How often Slurm has not answered since it last did.
  private var unanswered = 0
  /// Whether a run was given up.
  private(set) var hasFailed = false

  private struct State {
    var isRunning = false
    /// How often it was found neither queued nor stored since it was last seen.
    var missed = 0
    /// Whether this program has submitted it, or found it in the queue.
    var wasSeen = false
    /// How often it has vanished without a word of its own.
    var vanished = 0
  }

  /// A file system of a network may show a result a little after its task has left the queue.
  private static let patience = 4
  /// How often nothing is thought of it that Slurm does not answer.
  private static let longSilence = 30
  /// Tasks of which nothing is heard are submitted again, but not for ever.
  private static let mostVanished = 10

  init(_ work: EngineWork, folder: String, submit: @escaping ([Int]) throws -> Void) {
    self.work = work
    self.folder = folder
    self.submit = submit
    pending = Dictionary(uniqueKeysWithValues: work.runs.map { ($0, State()) })
    // What failed in an earlier attempt is another matter.
    for run in work.runs { try? FileManager.default.removeItem(atPath: failures(of: run)) }
  }

  var isDone: Bool { pending.isEmpty }

  /// Asks the queue and the store once, and submits what is in neither.
  mutating func look() throws {
    guard let tasks = SlurmQueue.tasks(of: work.name) else { return noteSilence() }
    unanswered = 0
    let queued = Dictionary(tasks.map { ($0.run, $0) }) { first, _ in first }
    var missing: [Int] = []
    for run in pending.keys.sorted() {
      if let task = queued[run] {
        note(task)
      } else if work.isStored(run) {
        pending[run] = nil
        work.tell(.ended(run: run))
      } else if settle(run) {
        missing.append(run)
      }
    }
    guard !missing.isEmpty else { return }
    try submit(missing)
    for run in missing {
      pending[run]?.wasSeen = true
      pending[run]?.missed = 0
      pending[run]?.isRunning = false
    }
  }

  /// Slurm may be started anew meanwhile; whoever waits ought to know for what.
  private mutating func noteSilence() {
    unanswered += 1
    guard unanswered == Self.longSilence else { return }
    work.tell(.warned("Slurm has not answered \(unanswered) times; 'squeue' is tried again"))
  }

  private mutating func note(_ task: SlurmQueue.Task) {
    guard var state = pending[task.run] else { return }
    if task.isRunning, !state.isRunning { work.tell(.began(run: task.run)) }
    if task.waitsForTime { SlurmQueue.release(task) }
    state.isRunning = task.isRunning
    state.wasSeen = true
    state.missed = 0
    pending[task.run] = state
  }

  /// Whether a run that is neither queued nor stored is to be submitted; one that has failed twice
  /// is given up.
  private mutating func settle(_ run: Int) -> Bool {
    guard var state = pending[run] else { return false }
    guard state.wasSeen else { return true }
    state.missed += 1
    pending[run] = state
    guard state.missed >= Self.patience else { return false }
    let attempts =
      (try? String(contentsOfFile: failures(of: run), encoding: .utf8))?
      .split(separator: "\n").count ?? 0
    state.vanished += 1
    pending[run] = state
    guard attempts < 2, state.vanished < Self.mostVanished else {
      pending[run] = nil
      hasFailed = true
      giveUp(run, isFailure: attempts >= 2)
      return false
    }
    return true
  }

  private func giveUp(_ run: Int, isFailure: Bool) {
    let log = SlurmScript.log(ofRun: run, in: folder)
    let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
    let lines = text.split(separator: "\n").suffix(5).joined(separator: "\n  ")
    let times = isFailure ? "twice" : "\(Self.mostVanished) times, without a word of its own"
    work.tell(
      .failed(
        run: run, message: "its task failed \(times); the log is \(log)",
        help: lines.isEmpty ? "the log is empty" : "it ends with:\n  \(lines)"))
  }

  /// Where the script of a task notes that it failed.
  private func failures(of run: Int) -> String { "\(folder)/run-\(run).failed" }
}
