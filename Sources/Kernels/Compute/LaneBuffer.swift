/// Memory for vectors, zero at first.
///
/// Threads share it without locks: the pointer never changes, and whoever hands it out sees to it
/// that no two threads write to one part at a time.
final class LaneBuffer: @unchecked Sendable {
  let lanes: UnsafeMutablePointer<Lanes>
  let count: Int

  init(_ count: Int) {
    self.count = count
    lanes = CacheLines.allocate(count, of: .zero)
  }

  deinit {
    lanes.deallocate()
  }

  /// The same memory as numbers.
  var numbers: UnsafeMutablePointer<Float> {
    UnsafeMutableRawPointer(lanes).assumingMemoryBound(to: Float.self)
  }

  func clear() {
    lanes.update(repeating: .zero, count: count)
  }
}
