/// Memory that begins with a line of the caches.
///
/// Swift aligns vectors by 16 bytes only: wider registers would be filled from two lines each.
enum CacheLines {
  /// The bytes of a line, on processors that have no longer ones.
  private static let size = 64

  /// Room for `count` elements, at least one, each with the same value; whoever owns it frees it.
  static func allocate<Element: BitwiseCopyable>(
    _ count: Int, of value: Element
  ) -> UnsafeMutablePointer<Element> {
    let capacity = max(1, count)
    return UnsafeMutableRawPointer.allocate(
      byteCount: capacity * MemoryLayout<Element>.stride, alignment: size
    ).initializeMemory(as: Element.self, repeating: value, count: capacity)
  }
}
