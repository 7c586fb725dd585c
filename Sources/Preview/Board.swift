import Synchronization

/// The state of a preview and its newest report, for any number of browsers.
///
/// A browser that is slow misses what is overtaken and gets the newest state next.
final class Board: Sendable {
  private struct Contents {
    var state = PreviewState()
    var report: [UInt8]?
    var listeners: [Int: AsyncStream<PreviewState>.Continuation] = [:]
    var count = 0
  }

  private let contents: Mutex<Contents>

  /// A board that shows `report`, if there is one, until there is a newer one.
  init(report: [UInt8]?) {
    contents = Mutex(Contents(report: report))
  }

  var state: PreviewState { contents.withLock { $0.state } }
  /// The newest report; `nil` before the first.
  var report: [UInt8]? { contents.withLock { $0.report } }

  /// Changes the state and tells it to all.
  func update(_ change: (inout PreviewState) -> Void) {
    contents.withLock { contents in
      change(&contents.state)
      for listener in contents.listeners.values { listener.yield(contents.state) }
    }
  }

  /// Puts up a new report; nothing is wrong any more.
  func publish(_ report: [UInt8]) {
    contents.withLock { $0.report = report }
    update { state in
      state.report += 1
      state.work = nil
      state.problem = nil
    }
  }

  /// The state now, and each one after it.
  func states() -> AsyncStream<PreviewState> {
    AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
      contents.withLock { contents in
        contents.count += 1
        let number = contents.count
        contents.listeners[number] = continuation
        continuation.onTermination = { [weak self] _ in self?.forget(number) }
        continuation.yield(contents.state)
      }
    }
  }

  /// Ends every listener's stream.
  func close() {
    let listeners = contents.withLock { Array($0.listeners.values) }
    for listener in listeners { listener.finish() }
  }

  private func forget(_ number: Int) {
    contents.withLock { $0.listeners[number] = nil }
  }
}
