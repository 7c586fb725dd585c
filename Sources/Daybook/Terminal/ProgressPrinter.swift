import Plan
import Runner
import Synchronization

/// Tells on standard error what a run does: a bar on a terminal, plain lines elsewhere.
final class ProgressPrinter: Sendable {
  private struct State {
    var pace: ProgressPace
    /// Lines that are drawn over.
    var lines = 0
  }

  private let terminal: Terminal
  private let state: Mutex<State>

  init(terminal: Terminal) {
    self.terminal = terminal
    // Plain lines stay: fewer of them, and none of short work.
    state = Mutex(
      State(
        pace: terminal.isInteractive
          ? ProgressPace(interval: .milliseconds(80))
          : ProgressPace(interval: .seconds(2), waitsFirst: true)))
  }

  func show(_ event: RunEvent) {
    switch event {
    case .began(let step, let why):
      state.withLock { $0.pace.restart() }
      if terminal.isInteractive { overwrite(["\(step.name): \(why)"]) }
    case .trained(let step, let progress):
      show(progress, of: step.name)
    case .swept(let step, let progress):
      show(progress, of: step.name)
    case .finished(let step, let seconds, let isStored, let why, let what):
      finishLine(
        isStored
          ? "\(step.name): \(why)"
          : "\(step.name): \(done(what, why)) (\(duration(seconds)))")
    case .failed(_, let diagnostic), .doubted(_, let diagnostic):
      finishLine(TerminalText(lines: diagnostic))
    case .warned(let text):
      finishLine(TerminalText(lines: text))
    }
  }

  private func show(_ progress: SweepProgress, of name: String) {
    guard let elapsed = state.withLock({ $0.pace.elapsedIfDue() }) else { return }
    let line = "\(name): \(progress.text(elapsed: elapsed))"
    guard terminal.isInteractive else { return Terminal.tell("\(line)\n") }
    let columns = Terminal.columns
    let running = progress.running.prefix(Self.mostRunning).map { run in
      run.training.map { training in
        ProgressBar(step: "  " + run.name, progress: training, elapsed: elapsed)
          .text(columns: columns)
      } ?? "  " + run.name
    }
    overwrite((running + [line]).map { "\(String($0.prefix(max(0, columns - 1))))" })
  }

  private func show(_ progress: TrainingProgress, of name: String) {
    guard let elapsed = state.withLock({ $0.pace.elapsedIfDue() }) else { return }
    let bar = ProgressBar(step: name, progress: progress, elapsed: elapsed)
    if terminal.isInteractive {
      overwrite(["\(bar.text(columns: Terminal.columns))"])
    } else {
      Terminal.tell("\(bar.line)\n")
    }
  }

  /// Draws over the lines that are there.
  private func overwrite(_ lines: [TerminalText]) {
    let text = lines.dropFirst().reduce(lines.first ?? "") { $0 + "\n" + $1 }
    // What is drawn and what is known to be there change together.
    state.withLock { state in
      Terminal.tell(Self.cleared(max(1, state.lines)) + text)
      state.lines = lines.count
    }
  }

  private func finishLine(_ text: TerminalText) {
    state.withLock { state in
      Terminal.tell(Self.cleared(state.lines) + text + "\n")
      state.lines = 0
    }
  }

  /// What takes some lines off the terminal, from the last one up.
  private static func cleared(_ lines: Int) -> TerminalText {
    guard lines > 0 else { return "" }
    return (1..<lines).reduce("\r\u{1B}[2K") { text, _ in text + "\u{1B}[1A\r\u{1B}[2K" }
  }

  /// How many runs of a sweep have a line of their own.
  private static let mostRunning = 8

  /// What was done, and why, where that says more than that it had not been done before.
  private func done(_ what: String, _ why: String) -> String {
    if what.isEmpty { return why }
    return ["not run before", "computed"].contains(why) ? what : "\(what); \(why)"
  }

  private func duration(_ seconds: Double) -> String {
    seconds < 1
      ? "\(Int((seconds * 1000).rounded())) ms" : "\(Double(Int(seconds * 10)) / 10) s"
  }
}
