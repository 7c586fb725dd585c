/// Sixty-four examples: the least that is divided among threads and that sums run over together.
enum Chunk {
  static let size = 64

  /// How many chunks `examples` begin.
  static func count(for examples: Int) -> Int { (examples + size - 1) / size }
}
