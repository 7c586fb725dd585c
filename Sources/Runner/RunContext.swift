import Cache
import Engines
import Files
import KernelSets
import Network

/// What every step of a run has at hand.
struct RunContext: Sendable {
  /// Where the notebook's paths start, and where it may read files.
  let readable: ReadableFolders
  let store: Store?
  let version: String
  let threads: Int
  /// The bytes of memory that the run may take, where that was said.
  let maxMemory: Int?
  /// What does the runs of sweeps.
  let engine: any Engine
  /// The words of a command that does a run of a sweep elsewhere: of a step, and of a shell's word
  /// for the run.
  let commandOfRun: (@Sendable (_ step: String, _ run: String) -> [String])?
  /// Whether a step's warning is as bad as an error.
  let isStrict: Bool
  let isCancelled: @Sendable () -> Bool
  let observe: @Sendable (RunEvent) -> Void

  /// What computes with networks; results do not depend on it.
  var kernels: any NetworkKernels { KernelSet.best.kernels }

  /// The means of a run that goes on beside others.
  func sharing(
    _ share: EngineWork.Share, observe: @escaping @Sendable (RunEvent) -> Void
  ) -> RunContext {
    RunContext(
      readable: readable, store: store, version: version, threads: share.threads,
      maxMemory: maxMemory.map { $0 / share.runs }, engine: engine, commandOfRun: commandOfRun,
      isStrict: isStrict,
      isCancelled: isCancelled, observe: observe)
  }

  /// The path of a file that a notebook names.
  func path(_ path: String) -> String { readable.path(path) }

  /// The path of a file that a notebook names and may read.
  func readablePath(_ path: String, option: String?) throws(StepFailure) -> String {
    let place = readable.path(path)
    try expectReadable(place, option: option)
    return place
  }

  /// Throws where the notebook may not read the file at a path from the current folder.
  func expectReadable(_ place: String, option: String?) throws(StepFailure) {
    guard let refusal = readable.refusal(ofFileAt: place) else { return }
    throw StepFailure(
      "'\(shortened(place))' \(refusal.fact)", help: refusal.help, option: option)
  }

  /// A path as the notebook would write it: without the notebook's folder.
  func shortened(_ path: String) -> String {
    let folder = readable.start
    return !folder.isEmpty && path.hasPrefix(folder + "/")
      ? String(path.dropFirst(folder.count + 1)) : path
  }
}
