/// The lines of some images' levels.
///
/// Threads share it without locks: the pointer never changes, lines of a training are written while
/// they are made and then only read, and of those that a prediction reads each thread has its own.
final class LevelLines: @unchecked Sendable {
  /// `count` initialized lines, freed by this owner.
  let base: UnsafeMutablePointer<PackedLevels>

  /// Makes room for `count` lines, dark at first.
  init(_ count: Int) {
    base = CacheLines.allocate(count, of: .zero)
  }

  deinit {
    base.deallocate()
  }
}
