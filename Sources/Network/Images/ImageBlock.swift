/// A block of images as a network reads them, where they stand in memory.
struct ImageBlock {
  /// Images of a block, at most: few enough that what is computed of them stays in the caches.
  static let size = 512

  let count: Int
  /// For each sixty-four images begun `pixelCount` tiles.
  let tiles: UnsafePointer<PixelTile>
  let pixelCount: Int
  /// The rare pixels of each image, beside those in the tiles.
  let rare: LitPixelRows?

  /// Tiles of sixty-four images begun.
  var tileCount: Int { (count + PixelTile.images - 1) / PixelTile.images }

  /// Groups of sixteen images, those of the last tile without images among them.
  var groups: Int { tileCount * PixelTile.groups }

  /// How many of a group's sixteen images there are.
  func images(ofGroup group: Int) -> Int {
    max(0, min(Lanes.width, count - group * Lanes.width))
  }

  /// The blocks that some examples are taken in: of nearly equal size, in whole tiles.
  static func ranges(of examples: Range<Int>) -> [Range<Int>] {
    let tiles = (examples.count + PixelTile.images - 1) / PixelTile.images
    let blocks = (examples.count + size - 1) / size
    return (0..<blocks).map { block in
      let first = examples.lowerBound + tiles * block / blocks * PixelTile.images
      let end = examples.lowerBound + tiles * (block + 1) / blocks * PixelTile.images
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

extension TrainingImages {
  /// Calls `body` with a block of the images; `range` begins at a whole tile.
  func withBlock(_ range: Range<Int>, _ body: (ImageBlock) -> Void) {
    tiles.withUnsafeBufferPointer { tiles in
      rare.withLitPixels(from: range.lowerBound) { lit in
        // Without memory there are no images, or none that is ever lit.
        guard let base = tiles.baseAddress else { return }
        body(
          ImageBlock(
            count: range.count,
            tiles: base + range.lowerBound / PixelTile.images * pixels.common.count,
            pixelCount: pixels.common.count, rare: lit))
      }
    }
  }
}

extension RarePixels {
  /// Calls `body` with the lit pixels of the images from `first` on; with `nil` where none is rare.
  fileprivate func withLitPixels(from first: Int, _ body: (LitPixelRows?) -> Void) {
    guard !pixels.isEmpty else { return body(nil) }
    starts.withUnsafeBufferPointer { starts in
      positions.withUnsafeBufferPointer { positions in
        levels.withUnsafeBufferPointer { levels in
          guard let starts = starts.baseAddress, let positions = positions.baseAddress,
            let levels = levels.baseAddress
          else { return body(nil) }
          body(LitPixelRows(starts: starts + first, positions: positions, levels: levels))
        }
      }
    }
  }
}
