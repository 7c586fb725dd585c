/// What Slurm says of the tasks of a sweep; nothing of it needs accounting.
package struct SlurmQueue {
  /// A task that is queued or running.
  package struct Task: Equatable {
    /// "12_3": the array's number and the task's index.
    package let id: String
    package let run: Int
    package let isRunning: Bool
    /// Whether it only waits for the time that Slurm lets pass before a task begins again.
    package let waitsForTime: Bool

    package init(id: String, run: Int, isRunning: Bool, waitsForTime: Bool) {
      self.id = id
      self.run = run
      self.isRunning = isRunning
      self.waitsForTime = waitsForTime
    }
  }

  /// The tasks of the arrays of some work; `nil` where Slurm does not answer.
  static func tasks(of name: String) -> [Task]? {
    guard
      let outcome = Command.run([
        "squeue", "--noheader", "--array", "--me", "--format=%F|%K|%j|%T|%r",
      ]), outcome.status == 0
    else { return nil }
    return tasks(of: name, in: outcome.output)
  }

  package static func tasks(of name: String, in text: String) -> [Task] {
    text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 5, cells[2].hasPrefix(name + "-"), let index = Int(cells[1]),
        let offset = Int(cells[2].dropFirst(name.count + 1))
      else { return nil }
      let over: Set = ["COMPLETED", "CANCELLED", "FAILED", "TIMEOUT", "NODE_FAIL", "OUT_OF_MEMORY"]
      if over.contains(cells[3]) { return nil }
      return Task(
        id: "\(cells[0])_\(index)", run: index + offset, isRunning: cells[3] == "RUNNING",
        waitsForTime: cells[3] == "PENDING" && cells[4] == "BeginTime")
    }
  }

  /// How large an array may be: its indices are smaller.
  static var mostTasks: Int {
    let fallback = 1001
    guard let outcome = Command.run(["scontrol", "show", "config"]), outcome.status == 0 else {
      return fallback
    }
    return mostTasks(in: outcome.output) ?? fallback
  }

  package static func mostTasks(in text: String) -> Int? {
    for line in text.split(separator: "\n") where line.hasPrefix("MaxArraySize") {
      let words = line.split { $0 == " " || $0 == "=" }
      return words.last.flatMap { Int($0) }.map { max(1, $0) }
    }
    return nil
  }

  /// Lets a task begin that Slurm would keep waiting.
  static func release(_ task: Task) {
    _ = Command.run(["scontrol", "update", "JobId=\(task.id)", "StartTime=now"])
  }
}
