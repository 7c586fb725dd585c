import Synchronization

/// Work that is divided among threads.
enum Tasks {
  /// Calls `body` once for each number below `count`, on up to `threads` threads, with the number of
  /// the thread.
  ///
  /// - Parameter isCancelled: is asked before each call whether to leave the rest undone.
  /// - Returns: whether all is done.
  @discardableResult
  static func forEach(
    _ count: Int, threads: Int, isCancelled: @escaping @Sendable () -> Bool = { false },
    _ body: @escaping @Sendable (_ index: Int, _ thread: Int) -> Void
  ) async -> Bool {
    let queue = Queue(count, isCancelled)
    await withTaskGroup(of: Void.self) { tasks in
      for thread in 0..<max(1, min(threads, count)) {
        tasks.addTask {
          while let index = queue.next() { body(index, thread) }
        }
      }
    }
    return !queue.isStopped
  }

  /// Hands out each number once, until it is cancelled.
  private final class Queue: Sendable {
    private let count: Int
    private let isCancelled: @Sendable () -> Bool
    private let taken = Atomic(0)
    private let stopped = Atomic(false)

    init(_ count: Int, _ isCancelled: @escaping @Sendable () -> Bool) {
      self.count = count
      self.isCancelled = isCancelled
    }

    var isStopped: Bool { stopped.load(ordering: .relaxed) }

    func next() -> Int? {
      if isCancelled() {
        stopped.store(true, ordering: .relaxed)
        return nil
      }
      let index = taken.wrappingAdd(1, ordering: .relaxed).oldValue
      return index < count ? index : nil
    }
  }
}
