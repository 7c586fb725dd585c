/// The grey levels of a chunk of sixty-four images at one pixel: one line of a cache.
///
/// Lane `j` holds those of images `j`, `j + 16`, `j + 32` and `j + 48`, the first in its lowest byte,
/// so that a shift and a mask leave sixteen images side by side.
typealias PackedLevels = SIMD16<UInt32>

extension PackedLevels {
  /// How many groups of sixteen images there are in a chunk.
  static var groups: Int { Chunk.size / Lanes.width }

  /// The levels of a group of sixteen images, 0...255.
  ///
  /// A level in the low bits of 2²³ is 2²³ + level, exactly: a conversion by bits and a difference.
  @inline(__always)
  func levels(group: Int) -> Lanes {
    let shift = PackedLevels(repeating: UInt32(truncatingIfNeeded: group &* 8))
    let bits = ((self &>> shift) & 0xFF) | 0x4B00_0000
    return unsafeBitCast(bits, to: Lanes.self) - 8_388_608
  }
}
