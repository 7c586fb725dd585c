/// Colours between fixed stops, interpolated in Oklab.
package struct ColourRamp: Sendable {
  /// The ramp in equal steps, the first colour at 0 and the last at 1.
  package let colours: [Colour]

  /// Interpolates `steps` colours between `stops` at equal distances; at least one of each.
  init(_ stops: [Colour], steps: Int) {
    let anchors = stops.map { Oklab($0) }
    colours = (0..<max(1, steps)).map { step in
      let place = Double(step) / Double(max(1, steps - 1)) * Double(anchors.count - 1)
      let index = max(0, min(anchors.count - 2, Int(place)))
      guard anchors.indices.contains(index + 1) else { return stops.first ?? Colour(0x808080) }
      return Oklab(from: anchors[index], to: anchors[index + 1], at: place - Double(index)).colour
    }
  }

  /// The colour at `place` in 0...1; beyond it, the colour at the nearer end.
  package func callAsFunction(_ place: Double) -> Colour {
    let bounded = place.isNaN ? 0 : max(0, min(1, place))
    return colours[Int((bounded * Double(colours.count - 1)).rounded())]
  }
}
