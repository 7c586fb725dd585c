/// An image of at most 256 colours: a palette, and for each pixel a place in it.
struct IndexedImage {
  let width: Int
  let height: Int
  /// Colours as `0x00RRGGBB`, in ascending order.
  let palette: [UInt32]
  let indices: [UInt8]

  /// Takes the image where `Palette` finds colours that stand for its own, else `nil`.
  init?(_ image: PixelImage) {
    guard !image.pixels.isEmpty, let palette = Palette(image.pixels) else { return nil }
    self.palette = palette.colours
    width = image.width
    height = image.height
    indices = Self.lookUp(image.pixels, palette.places)
  }

  private static func lookUp(_ pixels: [UInt32], _ places: [UInt32: UInt8]) -> [UInt8] {
    var indices: [UInt8] = []
    indices.reserveCapacity(pixels.count)
    var last = pixels.first ?? 0
    var place = places[last] ?? 0
    for pixel in pixels {
      if pixel != last {
        last = pixel
        place = places[pixel] ?? 0
      }
      indices.append(place)
    }
    return indices
  }
}

/// At most 256 colours, and for each colour of an image which of them stands for it.
///
/// Exact where the image has no more. Otherwise the most frequent colours, flat areas and ramps,
/// stay exact; rarer ones, the shades of smoothed edges, become the nearest in the palette.
private struct Palette {
  let colours: [UInt32]
  let places: [UInt32: UInt8]

  private static let capacity = 256
  /// The most steps of 255 that a channel may move before the image is no longer the same.
  private static let tolerance = 40

  init?(_ pixels: [UInt32]) {
    let counts = Self.histogram(pixels)
    let byFrequency = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    let colours = Self.representatives(byFrequency).sorted()
    var places: [UInt32: UInt8] = [:]
    for (place, colour) in colours.enumerated() { places[colour] = UInt8(place) }
    for colour in byFrequency where places[colour] == nil {
      guard let place = Self.nearest(to: colour, in: colours) else { return nil }
      places[colour] = place
    }
    self.colours = colours
    self.places = places
  }

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

  /// The more frequent half of the palette is kept as it is; the rest is spread over the others,
  /// at most one for each group of colours that share the upper four bits of every channel.
  private static func representatives(_ byFrequency: [UInt32]) -> [UInt32] {
    guard byFrequency.count > capacity else { return byFrequency }
    let kept = byFrequency.prefix(capacity / 2)
    var groups = Set(kept.map { $0 & 0xF0_F0F0 })
    let spread = byFrequency.dropFirst(kept.count).filter { groups.insert($0 & 0xF0_F0F0).inserted }
    return Array(kept) + spread.prefix(capacity - kept.count)
  }

  /// The place of the colour with the least squared distance; `nil` where even that one is too far.
  private static func nearest(to colour: UInt32, in colours: [UInt32]) -> UInt8? {
    var best: (place: Int, distance: Int)?
    for (place, candidate) in colours.enumerated() {
      let (red, green, blue) = difference(colour, candidate)
      let distance = red * red + green * green + blue * blue
      if distance < best?.distance ?? .max { best = (place, distance) }
    }
    guard let best else { return nil }
    let (red, green, blue) = difference(colour, colours[best.place])
    return max(abs(red), abs(green), abs(blue)) <= tolerance ? UInt8(best.place) : nil
  }

  private static func difference(_ one: UInt32, _ other: UInt32) -> (Int, Int, Int) {
    (
      Int(one >> 16 & 0xFF) - Int(other >> 16 & 0xFF),
      Int(one >> 8 & 0xFF) - Int(other >> 8 & 0xFF), Int(one & 0xFF) - Int(other & 0xFF)
    )
  }
}
