import Network

extension ImageRows {
  /// Packs a range of images: the levels of the first chunk, one line for each of `pixels`, then
  /// those of the next.
  ///
  /// `lines` has room for `pixels.count` lines for each chunk begun; where the last chunk is not
  /// full, the images that it lacks are dark.
  func pack(
    _ range: Range<Int>, pixels: UnsafeBufferPointer<Int32>,
    into lines: UnsafeMutablePointer<PackedLevels>
  ) {
    if !range.count.isMultiple(of: Chunk.size) {
      let last = Chunk.count(for: range.count) - 1
      (lines + last * pixels.count).update(repeating: .zero, count: pixels.count)
    }
    var image = 0
    forEach(in: range) { levels in
      let (chunk, place) = image.quotientAndRemainder(dividingBy: Chunk.size)
      let (group, lane) = place.quotientAndRemainder(dividingBy: Lanes.width)
      let bytes = UnsafeMutableRawPointer(lines + chunk * pixels.count) + (lane * 4 + group)
      for (index, pixel) in pixels.enumerated() {
        bytes.storeBytes(
          of: levels[Int(pixel)], toByteOffset: index &* MemoryLayout<PackedLevels>.size,
          as: UInt8.self)
      }
      image += 1
    }
  }
}
