import Plan
import Runner
import Synchronization

/// Tells on standard error what a run does: a bar on a terminal, plain lines elsewhere.
final class ProgressPrinter: Sendable {
  private struct State {
    var workBegan: ContinuousClock.Instant?
    var lastShown: ContinuousClock.Instant?
    var hasBar = false
  }

  private let terminal: Terminal
  private let state = Mutex(State())

  init(terminal: Terminal) {
    self.terminal = terminal
  }

  func show(_ event: RunEvent) {
    switch event {
    case .began(let step, let why):
      state.withLock { $0 = State(hasBar: $0.hasBar) }
      if terminal.isInteractive { overwrite("\(step.name): \(why)") }
    case .trained(let step, let progress):
      show(progress, of: step.name)
    case .swept(let step, let progress):
      show(progress, of: step.name)
    case .finished(let step, let seconds, let isStored, let why):
      let time = isStored ? "" : " (\(duration(seconds)))"
      finishLine("\(step.name): \(why)\(time)")
    case .failed(_, let diagnostic):
      finishLine(TerminalText(lines: diagnostic))
    case .warned(let text):
      finishLine(TerminalText(lines: text))
    }
  }

  private func show(_ progress: SweepProgress, of name: String) {
    guard let elapsed = elapsedIfDue() else { return }
    let line: TerminalText = "\(name): \(progress.text(elapsed: elapsed))"
    if terminal.isInteractive { overwrite(line) } else { Terminal.tell(line + "\n") }
  }

  /// Seconds since the work of the step began; `nil` where it is too soon to tell more.
  private func elapsedIfDue() -> Double? {
    let now = ContinuousClock.now
    let interval: Duration = terminal.isInteractive ? .milliseconds(80) : .seconds(2)
    return state.withLock { state in
      let began = state.workBegan ?? now
      state.workBegan = began
      if let last = state.lastShown, now - last < interval { return nil }
      // The first plain line comes after an interval: short work needs none.
      if state.lastShown == nil, !terminal.isInteractive, now - began < interval { return nil }
      state.lastShown = now
      return (now - began).inSeconds
    }
  }

  private func show(_ progress: TrainingProgress, of name: String) {
    guard let elapsed = elapsedIfDue() else { return }
    let bar = ProgressBar(step: name, progress: progress, elapsed: elapsed)
    if terminal.isInteractive {
      overwrite("\(bar.text(columns: Terminal.columns))")
    } else {
      Terminal.tell("\(bar.line)\n")
    }
  }

  /// Draws over the line that is there.
  private func overwrite(_ text: TerminalText) {
    state.withLock { $0.hasBar = true }
    Terminal.tell("\r\u{1B}[2K" + text)
  }

  private func finishLine(_ text: TerminalText) {
    let hadBar = state.withLock { state in
      defer { state.hasBar = false }
      return state.hasBar
    }
    Terminal.tell((hadBar ? "\r\u{1B}[2K" : "") + text + "\n")
  }

  private func duration(_ seconds: Double) -> String {
    seconds < 1
      ? "\(Int((seconds * 1000).rounded())) ms" : "\(Double(Int(seconds * 10)) / 10) s"
  }
}
