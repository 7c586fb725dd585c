/// The parts that a set of examples is always divided into, whatever the number of threads.
///
/// Sums run within each shard in the order of its examples, and then over the shards in their
/// order: so the same bits come out for any number of threads.
enum Shards {
  static let count = 16

  /// The examples of shard `index` of `examples`, in whole chunks but for the last one.
  static func range(_ index: Int, of examples: Int) -> Range<Int> {
    let chunks = Chunk.count(for: examples)
    func start(_ index: Int) -> Int { min(chunks * index / count * Chunk.size, examples) }
    return start(index)..<start(index + 1)
  }

  /// Calls `body` once for each shard, on up to `threads` threads, with the number of the thread.
  @discardableResult
  static func forEach(
    threads: Int, isCancelled: @escaping @Sendable () -> Bool = { false },
    _ body: @escaping @Sendable (_ shard: Int, _ thread: Int) -> Void
  ) async -> Bool {
    await Tasks.forEach(count, threads: threads, isCancelled: isCancelled, body)
  }
}
