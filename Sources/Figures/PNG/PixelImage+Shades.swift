extension PixelImage {
  /// The image with fewer shades along smoothed edges, which nobody sees and which compresses a
  /// third better.
  ///
  /// Colours of areas are taken first, then those of edges, the more frequent first. One that is close
  /// to one already taken is replaced by it: no channel of a colour that covers an area moves by more
  /// than 3 of 255, by 8 where more than a palette of 256 would be left otherwise, and none at an edge
  /// by more than 32, where 16 colours are enough then, or 48.
  func withFewerShades() -> PixelImage {
    let flat = flatCounts
    // A few pixels are no area.
    let area = 40
    let ordered = histogram.map {
      (colour: $0.key, count: $0.value, isFlat: flat[$0.key] ?? 0 >= area)
    }
    .sorted { one, other in
      if one.isFlat != other.isFlat { return one.isFlat }
      return (other.count, one.colour) < (one.count, other.colour)
    }
    let attempts: [(colours: Int, area: Int, edge: Int)] = [
      (16, 3, 32), (16, 3, 48), (256, 3, 48), (256, 8, 48),
    ]
    for attempt in attempts {
      let stand = Self.standIns(ordered.map(\.colour), atMost: attempt.colours) {
        ordered[$0].isFlat ? attempt.area : attempt.edge
      }
      if let stand {
        return PixelImage(width: width, height: height, pixels: pixels(shownBy: stand))
      }
    }
    return self
  }

  // Charts are runs of one colour: looking up runs saves most look-ups.

  private func pixels(shownBy stand: [UInt32: UInt32]) -> [UInt32] {
    var shown: [UInt32] = []
    shown.reserveCapacity(pixels.count)
    var last: (colour: UInt32, shown: UInt32)?
    for colour in pixels {
      let next = last?.colour == colour ? last?.shown ?? colour : stand[colour] ?? colour
      shown.append(next)
      last = (colour, next)
    }
    return shown
  }

  /// How often each colour fills a square of two by two pixels: smoothed edges are thinner than that.
  private var flatCounts: [UInt32: Int] {
    var counts: [UInt32: Int] = [:]
    var run: (colour: UInt32, count: Int) = (0, 0)
    for y in 0..<max(0, height - 1) {
      for place in y * width..<max(y * width, (y + 1) * width - 1) {
        let colour = pixels[place]
        guard pixels[place + 1] == colour, pixels[place + width] == colour,
          pixels[place + width + 1] == colour
        else { continue }
        if colour != run.colour {
          if run.count > 0 { counts[run.colour, default: 0] += run.count }
          run = (colour, 0)
        }
        run.count += 1
      }
    }
    if run.count > 0 { counts[run.colour, default: 0] += run.count }
    return counts
  }

  private var histogram: [UInt32: Int] {
    var counts: [UInt32: Int] = [:]
    var start = 0
    guard !pixels.isEmpty else { return counts }
    for end in 1...pixels.count where end == pixels.count || pixels[end] != pixels[start] {
      counts[pixels[start], default: 0] += end - start
      start = end
    }
    return counts
  }

  /// Which colour each is shown by; `nil` where more than `limit` would be left.
  ///
  /// `tolerance` is the most steps of 255 that a channel may move, by the place of its colour.
  private static func standIns(
    _ colours: [UInt32], atMost limit: Int, tolerance: (Int) -> Int
  ) -> [UInt32: UInt32]? {
    var taken: [UInt32] = []
    var standIns: [UInt32: UInt32] = [:]
    for (place, colour) in colours.enumerated() {
      if let near = nearest(to: colour, in: taken, within: tolerance(place)) {
        standIns[colour] = near
      } else {
        guard taken.count < limit else { return nil }
        taken.append(colour)
      }
    }
    return standIns
  }

  /// The colour with the least squared distance of those of which no channel is further off.
  private static func nearest(to colour: UInt32, in colours: [UInt32], within tolerance: Int)
    -> UInt32?
  {
    var best: (colour: UInt32, distance: Int)?
    for candidate in colours {
      let moves = [0, 8, 16].map { (shift: UInt32) -> Int in
        Int(colour >> shift & 0xFF) - Int(candidate >> shift & 0xFF)
      }
      guard moves.allSatisfy({ abs($0) <= tolerance }) else { continue }
      let distance = moves.reduce(0) { $0 + $1 * $1 }
      if distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.colour
  }
}
