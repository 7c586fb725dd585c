import Results

extension DataBand {
  /// A band in an area of the canvas, with the middle of each row or column in CSS pixels.
  init(_ part: Part, in area: Rect, first: Int = 0, at places: [Double]) {
    self.init(
      part, left: Self.pixel(area.left), top: Self.pixel(area.top), right: Self.pixel(area.right),
      bottom: Self.pixel(area.bottom), first: first, places: places.map(Self.pixel))
  }

  /// A canvas has fewer pixels than its limit, so that what lies on none is no place to point at.
  private static func pixel(_ place: Double) -> Int {
    guard place.isFinite else { return 0 }
    return Int(min(max(place, 0), Canvas.limit).rounded())
  }
}
