/// The lines of some images' levels.
///
/// They are written while they are made, and then only read.
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
