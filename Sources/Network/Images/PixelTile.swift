/// The grey levels of sixty-four images at one pixel: one line of a cache.
///
/// Lane `j` holds those of images `j`, `j + 16`, `j + 32` and `j + 48`, the first in its lowest byte,
/// so that a shift and a mask leave sixteen images side by side.
typealias PixelTile = SIMD16<UInt32>

extension PixelTile {
  /// How many images there are in a tile.
  static var images: Int { 64 }
  /// How many groups of sixteen images there are in a tile.
  static var groups: Int { images / Lanes.width }

  /// The levels of a group of sixteen images, 0...255.
  ///
  /// A level in the low bits of 2²³ is 2²³ + level, exactly: a conversion by bits and a difference.
  @inline(__always)
  func levels(group: Int) -> Lanes {
    let shift = PixelTile(repeating: UInt32(truncatingIfNeeded: group &* 8))
    let bits = ((self &>> shift) & 0xFF) | 0x4B00_0000
    return unsafeBitCast(bits, to: Lanes.self) - 8_388_608
  }
}

extension ImageRows {
  /// Lays out a range of images as tiles: those of the first sixty-four images, one for each of
  /// `pixels`, then those of the next.
  ///
  /// `tiles` has room for `pixels.count` tiles for each sixty-four images begun; where the last
  /// ones are fewer than sixty-four, the others are dark.
  func lay(
    _ range: Range<Int>, pixels: UnsafeBufferPointer<Int32>,
    into tiles: UnsafeMutablePointer<PixelTile>
  ) {
    let begun = (range.count + PixelTile.images - 1) / PixelTile.images
    if !range.count.isMultiple(of: PixelTile.images) {
      (tiles + (begun - 1) * pixels.count).update(repeating: .zero, count: pixels.count)
    }
    var image = 0
    forEach(in: range) { levels in
      let (tile, place) = image.quotientAndRemainder(dividingBy: PixelTile.images)
      let (group, lane) = place.quotientAndRemainder(dividingBy: Lanes.width)
      let bytes = UnsafeMutableRawPointer(tiles + tile * pixels.count) + (lane * 4 + group)
      for (index, pixel) in pixels.enumerated() {
        bytes.storeBytes(
          of: levels[Int(pixel)], toByteOffset: index &* MemoryLayout<PixelTile>.size,
          as: UInt8.self)
      }
      image += 1
    }
  }
}
