/// A block of images as the first layer sees them, where they stand in memory.
struct ImageBlock {
  /// Images of a block, at most: few enough that what is computed of them stays in the caches.
  static let size = 512

  let count: Int
  /// For each chunk begun a line of levels for each common pixel.
  let lines: UnsafePointer<PackedLevels>
  let commonCount: Int
  /// The rare pixels of each image, beside the common ones.
  let rare: LitPixelRows?

  /// Chunks of sixty-four images begun.
  var chunkCount: Int { Chunk.count(for: count) }

  /// Groups of sixteen images, those of the last chunk without images among them.
  var groups: Int { chunkCount * PackedLevels.groups }

  /// How many of a group's sixteen images there are.
  func images(ofGroup group: Int) -> Int {
    max(0, min(Lanes.width, count - group * Lanes.width))
  }

  /// The blocks that some examples are taken in: of nearly equal size, in whole chunks.
  static func ranges(of examples: Range<Int>) -> [Range<Int>] {
    let chunks = Chunk.count(for: examples.count)
    let blocks = (examples.count + size - 1) / size
    return (0..<blocks).map { block in
      let first = examples.lowerBound + chunks * block / blocks * Chunk.size
      let end = examples.lowerBound + chunks * (block + 1) / blocks * Chunk.size
      return first..<min(end, examples.upperBound)
    }
  }
}

/// The lit ones among the rare pixels of some images.
///
/// Each position is below the rows of the matrix that it is used with: `RarePixels` makes them so.
struct LitPixelRows {
  /// One more than there are images: where each one's lit pixels begin, and where the last one's end.
  let starts: UnsafePointer<Int>
  let positions: UnsafePointer<UInt16>
  let levels: UnsafePointer<UInt8>
}

/// Which pixel each row of the first layer's weights stands for.
struct PixelRows: Sendable {
  let common: [Int32]
  let rare: [Int32]
  /// What grey levels are multiplied with: w · (scale · x) = (w · scale) · x, once for all images.
  let scale: Double
}
