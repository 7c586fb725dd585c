import CImageFiles

/// A figure as pixels, to be compared by sight.
struct SeenFigure {
  let width: Int
  let height: Int
  /// Luma of each pixel, row by row, 0...255.
  let luma: [UInt8]

  /// Pixels of a figure at most.
  private static let mostPixels = 1 << 26

  /// `nil` for what is no PNG or JPEG, or is damaged.
  init?(_ bytes: [UInt8]) {
    var header = daybook_image()
    guard daybook_image_header(bytes, bytes.count, &header) == 0, header.width > 0,
      header.height > 0
    else { return nil }
    (width, height) = (Int(header.width), Int(header.height))
    guard width <= Self.mostPixels / height else { return nil }
    let (count, channels) = (width * height, Int(header.channels))
    var levels = [UInt8](repeating: 0, count: count * channels)
    guard daybook_image_pixels(bytes, bytes.count, &levels) == 0 else { return nil }
    luma =
      channels == 1
      ? levels
      : (0..<count).map { pixel in
        let (red, green, blue) = (
          Int(levels[3 * pixel]), Int(levels[3 * pixel + 1]), Int(levels[3 * pixel + 2])
        )
        return UInt8((299 * red + 587 * green + 114 * blue) / 1000)
      }
  }

  /// How much two figures are alike, of different machines' drawing.
  enum Likeness: Comparable {
    case none
    /// In their shapes: letters of another font stand elsewhere, and are others.
    case shapes
    case all
  }

  func likeness(to other: SeenFigure) -> Likeness {
    guard width == other.width, height == other.height else { return .none }
    if isAlike(other, .edges) { return .all }
    return isAlike(other, .letters) ? .shapes : .none
  }

  /// How closely figures are looked at: square cells of so many pixels, whose mean brightness may
  /// differ by so much of 255.
  ///
  /// As tried on the nine figures of the default report: drawn without smoothed edges and with full
  /// hinting, cells of 8 differ by up to 26; with serifs in the place of sans serifs, cells of 48 do
  /// by up to 36.
  private struct Closeness {
    let side: Int
    let tolerance: Int

    /// As edges of letters and lines differ where another library draws them.
    static let edges = Closeness(side: 8, tolerance: 32)
    static let letters = Closeness(side: 48, tolerance: 48)
  }

  private func isAlike(_ other: SeenFigure, _ closeness: Closeness) -> Bool {
    let side = closeness.side
    for top in stride(from: 0, to: height, by: side) {
      for left in stride(from: 0, to: width, by: side) {
        var (mine, its, count) = (0, 0, 0)
        for y in top..<min(top + side, height) {
          for x in left..<min(left + side, width) {
            mine += Int(luma[y * width + x])
            its += Int(other.luma[y * width + x])
            count += 1
          }
        }
        if abs(mine - its) > closeness.tolerance * count { return false }
      }
    }
    return true
  }
}
