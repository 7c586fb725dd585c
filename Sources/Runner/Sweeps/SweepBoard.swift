import Engines
import Plan
import Results
import Synchronization

/// What the runs of a sweep come to, noted from whatever thread they end on, and told as they go on.
final class SweepBoard: Sendable {
  struct Failure: Sendable {
    let run: Int
    let message: String
    let help: String?
  }

  fileprivate struct State {
    var progress: SweepProgress
    var numbers: [Int] = []
    var values: [Int: [Value]] = [:]
    var failures: [Failure] = []
  }

  private let step: PlannedStep
  private let grid: SweepGrid
  private let observe: @Sendable (RunEvent) -> Void
  private let state: Mutex<State>

  init(
    _ step: PlannedStep, _ grid: SweepGrid, stored: Int,
    observe: @escaping @Sendable (RunEvent) -> Void
  ) {
    self.step = step
    self.grid = grid
    self.observe = observe
    state = Mutex(State(progress: SweepProgress(total: grid.count, stored: stored)))
  }

  /// What was measured of the runs that were done in this process.
  var values: [Int: [Value]] { state.withLock { $0.values } }

  /// In the order of the grid.
  var failures: [Failure] { state.withLock { $0.failures.sorted { $0.run < $1.run } } }

  func take(_ news: EngineWork.News) {
    switch news {
    case .began(let run): began(run)
    case .ended(let run): ended(run, nil)
    case .failed(let run, let message, let help): failed(run, message, help: help)
    case .warned(let text): observe(.warned("warning: \(text)"))
    }
  }

  func began(_ run: Int) {
    let name = grid.text(of: run)
    update { state in
      guard !state.numbers.contains(run) else { return }
      state.numbers.append(run)
      state.progress.running.append(.init(name: name))
    }
  }

  func ended(_ run: Int, _ values: [Value]?) {
    update { state in
      state.values[run] = values
      state.leave(run)
    }
  }

  func failed(_ run: Int, _ message: String, help: String?) {
    update { state in
      state.failures.append(Failure(run: run, message: message, help: help))
      state.progress.failed += 1
      state.leave(run)
    }
  }

  /// Takes what the work within a run tells.
  func note(_ event: RunEvent, of run: Int) {
    switch event {
    case .trained(_, let training):
      update { state in
        guard let place = state.numbers.firstIndex(of: run) else { return }
        state.progress.running[place].training = training
      }
    case .warned: observe(event)
    case .began, .swept, .finished, .failed, .doubted: break
    }
  }

  private func update(_ change: (inout State) -> Void) {
    let progress = state.withLock { state in
      change(&state)
      return state.progress
    }
    observe(.swept(step, progress))
  }
}

extension SweepBoard.State {
  /// A run is over.
  fileprivate mutating func leave(_ run: Int) {
    progress.finished += 1
    guard let place = numbers.firstIndex(of: run) else { return }
    numbers.remove(at: place)
    progress.running.remove(at: place)
  }
}
