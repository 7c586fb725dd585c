/// An image of at most 256 colours: a palette, and for each pixel a place in it.
struct IndexedImage {
  let width: Int
  let height: Int
  /// Colours as `0x00RRGGBB`, in ascending order.
  let palette: [UInt32]
  let indices: [UInt8]

  /// Finds a palette for `image`; `nil` where 256 colours would visibly differ from it.
  ///
  /// Exact where the image has no more colours. Otherwise colours that share the upper bits of
  /// every channel become the most frequent of them, so that flat areas keep their exact colour and
  /// only shades of smoothed edges move, by less than `coarsest` steps of 255 in a channel.
  init?(_ image: PixelImage) {
    guard !image.pixels.isEmpty else { return nil }
    let counts = Self.histogram(image.pixels)
    var step = 0
    var merged = Self.merge(counts, droppingBits: step)
    while Set(merged.values).count > 256 {
      step += 1
      guard 1 << step <= Self.coarsest else { return nil }
      merged = Self.merge(counts, droppingBits: step)
    }
    palette = Set(merged.values).sorted()
    width = image.width
    height = image.height
    var place: [UInt32: UInt8] = [:]
    for (index, colour) in palette.enumerated() { place[colour] = UInt8(index) }
    let index = merged.compactMapValues { place[$0] }
    indices = Self.lookUp(image.pixels, index)
  }

  /// The most steps of 255 that a channel may be rounded to.
  private static let coarsest = 16

  private static func histogram(_ pixels: [UInt32]) -> [UInt32: Int] {
    var counts: [UInt32: Int] = [:]
    var start = 0
    // Charts are runs of one colour: counting runs saves most look-ups.
    for end in 1...pixels.count where end == pixels.count || pixels[end] != pixels[start] {
      counts[pixels[start], default: 0] += end - start
      start = end
    }
    return counts
  }

  /// For each colour the one that stands for it once `bits` low bits of each channel are ignored.
  private static func merge(_ counts: [UInt32: Int], droppingBits bits: Int) -> [UInt32: UInt32] {
    let kept = 0xFF & ~((UInt32(1) << UInt32(bits)) - 1)
    let mask = kept << 16 | kept << 8 | kept
    var leader: [UInt32: UInt32] = [:]
    for colour in counts.keys.sorted() {
      let group = colour & mask
      guard let current = leader[group] else {
        leader[group] = colour
        continue
      }
      if counts[colour, default: 0] > counts[current, default: 0] { leader[group] = colour }
    }
    var merged: [UInt32: UInt32] = [:]
    for colour in counts.keys { merged[colour] = leader[colour & mask] }
    return merged
  }

  private static func lookUp(_ pixels: [UInt32], _ index: [UInt32: UInt8]) -> [UInt8] {
    var indices: [UInt8] = []
    indices.reserveCapacity(pixels.count)
    var last = pixels.first ?? 0
    var lastIndex = index[last] ?? 0
    for pixel in pixels {
      if pixel != last {
        last = pixel
        lastIndex = index[pixel] ?? 0
      }
      indices.append(lastIndex)
    }
    return indices
  }
}
