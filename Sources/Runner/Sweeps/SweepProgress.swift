/// How far a sweep has come.
package struct SweepProgress: Sendable, Equatable {
  /// A run under way.
  package struct Running: Sendable, Equatable {
    /// What is set in it: "train.seed=3".
    package let name: String
    /// How far its training has come; `nil` before the first report.
    package var training: TrainingProgress?

    package init(name: String, training: TrainingProgress? = nil) {
      self.name = name
      self.training = training
    }
  }

  /// Runs in all.
  package let total: Int
  /// Runs that were stored before.
  package let stored: Int
  /// Runs that this one has finished, failed ones among them.
  package var finished = 0
  package var failed = 0
  /// In the order in which they began.
  package var running: [Running] = []

  package init(total: Int, stored: Int) {
    self.total = total
    self.stored = stored
  }

  /// What is told of the whole: "12 of 20 runs, 2 running, 1 failed, 8 s left".
  ///
  /// - Parameter elapsed: seconds since the first run began.
  package func text(elapsed: Double) -> String {
    var parts = ["\(stored + finished) of \(total) runs"]
    if !running.isEmpty { parts.append("\(running.count) running") }
    if failed > 0 { parts.append("\(failed) failed") }
    let left = total - stored - finished
    if finished > 0, left > 0 {
      let seconds = elapsed / Double(finished) * Double(left)
      parts.append("\(Int(seconds.rounded(.up))) s left")
    }
    return parts.joined(separator: ", ")
  }
}
