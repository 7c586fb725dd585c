import Synchronization

/// Work that is divided among threads.
enum Tasks {
  /// Calls `body` once for each number below `count`, on up to `threads` threads, with the number of
  /// the thread.
  static func forEach(
    _ count: Int, threads: Int, _ body: @escaping @Sendable (_ index: Int, _ thread: Int) -> Void
  ) async {
    let queue = Queue(count)
    await withTaskGroup(of: Void.self) { tasks in
      for thread in 0..<max(1, min(threads, count)) {
        tasks.addTask {
          while let index = queue.next() { body(index, thread) }
        }
      }
    }
  }

  /// Hands out each number once.
  private final class Queue: Sendable {
    private let count: Int
    private let taken = Atomic(0)

    init(_ count: Int) {
      self.count = count
    }

    func next() -> Int? {
      let index = taken.wrappingAdd(1, ordering: .relaxed).oldValue
      return index < count ? index : nil
    }
  }
}
