import Plan
import Runner
import Synchronization

/// Puts what a run does on the board, as often as people can read it.
final class Progress: Sendable {
  private struct State {
    var began: ContinuousClock.Instant?
    var told: ContinuousClock.Instant?
  }

  private let board: Board
  private let state = Mutex(State())

  init(_ board: Board) {
    self.board = board
  }

  func note(_ event: RunEvent) {
    switch event {
    case .began(let step, let why):
      state.withLock { $0 = State() }
      board.update { $0.work = .init(step: step.name, details: [why]) }
    case .trained(let step, let progress):
      guard let elapsed = elapsedIfDue() else { return }
      board.update { state in
        state.work = .init(
          step: step.name, iteration: progress.iteration, iterations: progress.iterations,
          details: progress.details(elapsed: elapsed))
      }
    case .swept(let step, let progress):
      guard let elapsed = elapsedIfDue() else { return }
      board.update { state in
        state.work = .init(
          step: step.name, iteration: progress.stored + progress.finished,
          iterations: progress.total, details: [progress.text(elapsed: elapsed)])
      }
    case .finished, .failed, .doubted, .warned: break
    }
  }

  /// Seconds since the training began; `nil` where the board has been told a moment ago.
  private func elapsedIfDue() -> Double? {
    let now = ContinuousClock.now
    return state.withLock { state in
      let began = state.began ?? now
      state.began = began
      if let told = state.told, now - told < .milliseconds(60) { return nil }
      state.told = now
      return (now - began).inSeconds
    }
  }
}
