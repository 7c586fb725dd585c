import Parallel

/// Room for images of one size, one after another.
///
/// Threads share it without locks, which the compiler cannot see to be safe: the pointer never
/// changes, each image is written by the one thread that has the part in which it is, and `inParts`
/// returns after all have ended.
struct ImageRoom: @unchecked Sendable {
  private let start: UnsafeMutablePointer<UInt8>
  /// Levels of an image.
  private let size: Int
  private let count: Int

  /// - Parameter start: has room for `count` × `size` levels for as long as the value is used.
  init(_ start: UnsafeMutablePointer<UInt8>, size: Int, count: Int) {
    self.start = start
    self.size = size
    self.count = count
  }

  /// The levels of an image, counted from 0.
  func image(_ index: Int) -> UnsafeMutablePointer<UInt8> { start + index * size }

  /// Calls `body` for as many parts of the images, about equally large ones, side by side; results
  /// in the order of the images.
  ///
  /// - Parameter threads: How many may work at a time.
  func inParts<Result: Sendable>(
    _ parts: Int, threads: Int = .max, _ body: @Sendable (_ images: Range<Int>) -> Result
  ) -> [Result] {
    let parts = max(1, min(parts, count))
    return concurrentMap(parts, threads: threads) { part in
      body(count * part / parts..<count * (part + 1) / parts)
    }
  }
}
