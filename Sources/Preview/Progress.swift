import Plan
import Runner
import Synchronization

/// Puts what a run does on the board, as often as people can read it.
final class Progress: Sendable {
  private let board: Board
  private let pace = Mutex(ProgressPace(interval: .milliseconds(60)))

  init(_ board: Board) {
    self.board = board
  }

  func note(_ event: RunEvent) {
    switch event {
    case .began(let step, let why):
      pace.withLock { $0.restart() }
      board.update { $0.work = .init(step: step.name, details: [why]) }
    case .trained(let step, let progress):
      guard let elapsed = pace.withLock({ $0.elapsedIfDue() }) else { return }
      board.update { state in
        state.work = .init(
          step: step.name, iteration: progress.iteration, iterations: progress.iterations,
          details: progress.details(elapsed: elapsed))
      }
    case .swept(let step, let progress):
      guard let elapsed = pace.withLock({ $0.elapsedIfDue() }) else { return }
      board.update { state in
        state.work = .init(
          step: step.name, iteration: progress.stored + progress.finished,
          iterations: progress.total, details: [progress.text(elapsed: elapsed)])
      }
    case .finished, .failed, .doubted, .warned: break
    }
  }
}
