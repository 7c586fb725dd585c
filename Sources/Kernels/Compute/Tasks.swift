import CInstructions
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// Work that is divided among threads.
enum Tasks {
  /// A part of work: nobody begins with the next one before all of it is done.
  struct Stage: Sendable {
    /// How many pieces it has.
    let count: Int
    /// How many threads may take part: those with a number below.
    var threads = Int.max
    /// Whether the rest may be left undone; what writes over its own input cannot be.
    var canStop = true
    let body: @Sendable (_ index: Int, _ thread: Int) -> Void
    /// Is called once, when all pieces are done and before the next stage.
    var end: @Sendable () -> Void = {}
  }

  /// Does one stage after the other, on up to `threads` threads.
  ///
  /// Threads wait for one another without going to sleep, since waking takes longer than most stages
  /// last. Nobody waits for a thread that has not begun: pieces are taken by those that are there, of
  /// which the first is one.
  ///
  /// - Parameter isCancelled: is asked before each piece whether to leave the rest undone.
  /// - Returns: whether all is done.
  static func run(
    _ stages: [Stage], threads: Int, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) async -> Bool {
    let queue = Queue(stages.filter { $0.count > 0 }, isCancelled)
    let most = stages.map(\.count).max() ?? 0
    await withTaskGroup(of: Void.self) { tasks in
      for thread in 1..<max(1, min(threads, most)) {
        tasks.addTask { queue.work(thread) }
      }
      queue.work(0)
    }
    return !queue.isStopped
  }

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
    await run([Stage(count: count, body: body)], threads: threads, isCancelled: isCancelled)
  }

  /// Hands out each piece of each stage once, until it is cancelled.
  private final class Queue: Sendable {
    /// How often a thread looks for the next stage before it lets others have the processor.
    private static let patience = 4096
    private static let indexBits = 32

    private let stages: [Stage]
    private let isCancelled: @Sendable () -> Bool
    /// The stage, and in its lower half the next piece of it: taken together, so that no thread takes a
    /// piece of another stage than it believes.
    private let next = Atomic(0)
    /// Pieces of the stage that are done.
    private let done = Atomic(0)
    private let stopped = Atomic(false)

    init(_ stages: [Stage], _ isCancelled: @escaping @Sendable () -> Bool) {
      self.stages = stages
      self.isCancelled = isCancelled
    }

    var isStopped: Bool { stopped.load(ordering: .relaxed) }

    /// Takes pieces for as long as there are any.
    func work(_ thread: Int) {
      while !isStopped {
        let first = next.load(ordering: .acquiring)
        let (number, index) = (first >> Self.indexBits, first & (1 << Self.indexBits - 1))
        guard number < stages.count else { return }
        let stage = stages[number]
        guard index < stage.count, thread < stage.threads else {
          wait(after: number)
          continue
        }
        let taken = next.compareExchange(
          expected: first, desired: first + 1, ordering: .acquiringAndReleasing)
        guard taken.exchanged else { continue }
        guard !stage.canStop || !isCancelled() else {
          stopped.store(true, ordering: .relaxed)
          return
        }
        stage.body(index, thread)
        if done.wrappingAdd(1, ordering: .acquiringAndReleasing).newValue == stage.count {
          stage.end()
          done.store(0, ordering: .relaxed)
          next.store((number + 1) << Self.indexBits, ordering: .releasing)
        }
      }
    }

    /// Waits until others have done the rest of a stage.
    private func wait(after number: Int) {
      var looks = 0
      while next.load(ordering: .acquiring) >> Self.indexBits == number, !isStopped {
        looks &+= 1
        if looks < Self.patience { pause_in_loop() } else { sched_yield() }
      }
    }
  }
}
