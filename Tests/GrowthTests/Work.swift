import CWork
import Parallel

/// What some code took, in figures that are the same on every machine and under any load.
struct Work: Sendable {
  /// Bytes asked of the allocator in all, freed or not: an upper bound of the memory it held.
  let bytes: Int
  /// Of these, those asked for in blocks of `WORK_LARGE` and more.
  let largeBytes: Int
  /// Edges of the control flow that were passed.
  let steps: Int

  /// Runs some code on one thread and counts its work.
  ///
  /// Counters are those of a thread, since other tests run on others. Code that shares its work
  /// among threads is kept on its own: Dispatch divides the processors by the iterations of the loop
  /// around, and leaves none but the caller's where those are more than there are processors.
  static func counted<Value: Sendable>(
    _ body: @Sendable () throws -> Value
  ) -> (result: Result<Value, any Error>, work: Work) {
    let counts = concurrentMap(1 << 12) { index in
      index == 0 ? Work.onThisThread(body) : nil
    }
    return counts.compactMap(\.self)[0]
  }

  private static func onThisThread<Value: Sendable>(
    _ body: @Sendable () throws -> Value
  ) -> (result: Result<Value, any Error>, work: Work) {
    let start = Work()
    let result = Result(catching: body)
    let end = Work()
    return (result, end.since(start))
  }

  /// What this thread has done since it began.
  private init() {
    self.init(
      bytes: Int(work_bytes()), largeBytes: Int(work_large_bytes()), steps: Int(work_steps()))
  }

  private init(bytes: Int, largeBytes: Int, steps: Int) {
    self.bytes = bytes
    self.largeBytes = largeBytes
    self.steps = steps
  }

  private func since(_ start: Work) -> Work {
    Work(
      bytes: bytes - start.bytes, largeBytes: largeBytes - start.largeBytes,
      steps: steps - start.steps)
  }
}

/// Figures at n, 2n and 4n.
struct Growth: CustomStringConvertible {
  let figures: [Int]

  /// Whether the figures grow no faster than their input.
  ///
  /// What is linear grows twice as much from 2n to 4n as from n to 2n, what is n log n a little more,
  /// what is quadratic four times as much. `slack` is what a table or buffer may add that doubles
  /// just there. Where less is done for more input, since a limit refuses it, what n took counts.
  func isLinear(slack: Int) -> Bool {
    let first = max(figures[1] - figures[0], figures[0])
    return figures[2] - figures[1] <= first * 5 / 2 + slack
  }

  var description: String { figures.map(String.init).joined(separator: ", ") }
}
