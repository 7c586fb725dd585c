import Plan
import Runner
import Synchronization

/// Tells on standard error what a run does: a bar on a terminal, plain lines elsewhere.
final class ProgressPrinter: Sendable {
  private struct State {
    var trainingBegan: ContinuousClock.Instant?
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
    case .finished(let step, let seconds, let isStored, let why):
      let time = isStored ? "" : " (\(duration(seconds)))"
      finishLine("\(step.name): \(why)\(time)")
    case .failed(_, let diagnostic), .doubted(_, let diagnostic):
      finishLine(TerminalText(lines: diagnostic))
    case .warned(let text):
      finishLine(TerminalText(lines: text))
    }
  }

  private func show(_ progress: TrainingProgress, of name: String) {
    let now = ContinuousClock.now
    let interval: Duration = terminal.isInteractive ? .milliseconds(80) : .seconds(2)
    let bar = state.withLock { state -> ProgressBar? in
      let began = state.trainingBegan ?? now
      state.trainingBegan = began
      if let last = state.lastShown, now - last < interval { return nil }
      // The first plain line comes after an interval: a short training needs none.
      if state.lastShown == nil, !terminal.isInteractive, now - began < interval { return nil }
      state.lastShown = now
      return ProgressBar(step: name, progress: progress, elapsed: (now - began).inSeconds)
    }
    guard let bar else { return }
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
