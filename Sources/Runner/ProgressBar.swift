/// The line that shows how far a training has come.
package struct ProgressBar {
  package let step: String
  package let progress: TrainingProgress
  /// Seconds since this run took the training up.
  package let elapsed: Double

  package init(step: String, progress: TrainingProgress, elapsed: Double) {
    self.step = step
    self.progress = progress
    self.elapsed = elapsed
  }

  /// `train  ▕██████▌   ▏ 320/500 · 80.1% · 142 it/s · 1 s left`, cut to the columns.
  package func text(columns: Int) -> String {
    let tail = details.joined(separator: " · ")
    let room = columns - step.count - tail.count - 8
    guard room >= 8 else { return String("\(step)  \(tail)".prefix(max(0, columns - 1))) }
    return "\(step)  ▕\(bar(width: min(room, 30)))▏ \(tail)"
  }

  /// The same in words that stand on a line of their own.
  package var line: String { "\(step): \(details.joined(separator: ", "))" }

  private var details: [String] { progress.details(elapsed: elapsed) }

  private func bar(width: Int) -> String {
    let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    let share = Double(progress.iteration) / Double(max(1, progress.iterations))
    let filled = Int(share * Double(width * 8))
    let whole = String(repeating: "█", count: filled / 8) + eighths[filled % 8]
    return whole + String(repeating: " ", count: max(0, width - whole.count))
  }
}
