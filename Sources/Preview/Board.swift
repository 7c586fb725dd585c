import Synchronization

/// The state of a preview and its newest report, for any number of browsers.
final class Board: Sendable {
  /// A page to show, and whether this preview has made it: one from before may be anyone's.
  struct Page: Sendable {
    let bytes: [UInt8]
    let isOwn: Bool
  }

  private struct Contents {
    var state = PreviewState()
    /// How often the state has changed.
    var revision = 0
    var report: Page?
    var observer: (@Sendable () -> Void)?
  }

  private let contents: Mutex<Contents>

  /// A board that shows a report from before the preview, if there is one, until a newer one comes.
  init(former: [UInt8]?) {
    contents = Mutex(Contents(report: former.map { Page(bytes: $0, isOwn: false) }))
  }

  /// The state, and its number among all that there have been.
  var snapshot: (state: PreviewState, revision: Int) {
    contents.withLock { ($0.state, $0.revision) }
  }

  /// The newest report; `nil` before the first.
  var report: Page? { contents.withLock { $0.report } }

  /// Has `observer` called after each change, on any thread.
  func observe(_ observer: @escaping @Sendable () -> Void) {
    contents.withLock { $0.observer = observer }
  }

  /// Changes the state, and says that it has changed.
  func update(_ change: (inout PreviewState) -> Void) {
    let observer = contents.withLock { contents in
      change(&contents.state)
      contents.revision += 1
      return contents.observer
    }
    observer?()
  }

  /// Puts up what a run that is not complete has reached.
  func show(draft: [UInt8]) {
    contents.withLock { $0.report = Page(bytes: draft, isOwn: true) }
    update { $0.report += 1 }
  }

  /// Puts up a new report; nothing is wrong any more.
  func publish(_ report: [UInt8]) {
    contents.withLock { $0.report = Page(bytes: report, isOwn: true) }
    update { state in
      state.report += 1
      state.work = nil
      state.problem = nil
    }
  }
}
