#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Does runs as tasks of Slurm's job arrays, over a store that every node sees.
///
/// What is done is what the store holds, and what is under way is what the queue holds: nothing else
/// is kept, so that the same command attaches to its tasks again whatever has ended meanwhile.
package struct SlurmEngine: Engine {
  package static let name = "slurm"
  package static let summary = "a job array of Slurm, one task a run"
  package static let computesHere = false

  private let options: [String]
  private let maxRunning: Int?

  package init(_ options: EngineOptions) throws(EngineError) {
    guard options.jobs == nil else {
      throw EngineError("--jobs is for runs on this machine", help: "write '--max-running N'")
    }
    for option in options.others where option.hasPrefix("-") || option.isEmpty {
      throw EngineError(
        "--engine-option \(option): write it without hyphens in front",
        help: "such as --engine-option partition=long")
    }
    self.options = options.others
    maxRunning = options.maxRunning
  }

  package func run(_ work: EngineWork) async throws {
    guard let folder = work.folder, let command = work.command else {
      throw EngineError(
        "Slurm's tasks leave their results in the store", help: "leave '--no-cache' out")
    }
    guard SlurmQueue.tasks(of: work.name) != nil else {
      throw EngineError(
        "Slurm does not answer: 'squeue' cannot be run, or finds no controller",
        help: "run where 'squeue' and 'sbatch' work, or with '--engine local'")
    }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw EngineError("\(folder) cannot be made: \(error)")
    }
    var watch = SlurmWatch(work, folder: folder) { runs in
      try submit(runs, work, folder: folder, command: command("$run"))
    }
    while !watch.isDone {
      if work.isCancelled() { throw CancellationError() }
      try watch.look()
      if !watch.isDone { await pause(work) }
    }
    // What failed is told with its log.
    if !watch.hasFailed { try? FileManager.default.removeItem(atPath: folder) }
  }

  /// Waits for a second, or for less where it is asked to stop.
  private func pause(_ work: EngineWork) async {
    for _ in 0..<20 where !work.isCancelled() {
      try? await Task.sleep(for: .milliseconds(50))
    }
  }

  /// Submits runs: an array for each stretch of as many as one may have.
  private func submit(
    _ runs: [Int], _ work: EngineWork, folder: String, command: [String]
  ) throws(EngineError) {
    let most = SlurmQueue.mostTasks
    for (offset, stretch) in Dictionary(grouping: runs, by: { $0 / most * most }).sorted(by: {
      $0.key < $1.key
    }) {
      let script = SlurmScript(
        work: work, offset: offset, options: options, maxRunning: maxRunning, folder: folder)
      let path = "\(folder)/\(script.jobName).sh"
      do {
        try Data(script.text(command: command).utf8).write(
          to: URL(filePath: path), options: .atomic)
      } catch {
        throw EngineError("\(path) cannot be written: \(error)")
      }
      let words = script.submission(of: stretch, script: path)
      guard let outcome = Command.run(words) else {
        throw EngineError("'sbatch' cannot be run", help: "is Slurm installed here?")
      }
      guard outcome.status == 0 else {
        let reason = outcome.error.split(separator: "\n").joined(separator: "; ")
        throw EngineError("Slurm takes no array of \(stretch.count) tasks: \(reason)")
      }
    }
  }
}
