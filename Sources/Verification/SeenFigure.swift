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

  /// Whether two figures look alike: cell by cell of eight pixels, the mean brightness may differ
  /// a little, as edges of letters do where another library draws them.
  func looksLike(_ other: SeenFigure) -> Bool {
    guard width == other.width, height == other.height else { return false }
    let side = 8
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
        if abs(mine - its) > Self.tolerance * count { return false }
      }
    }
    return true
  }

  /// Of 255, what the mean brightness of a cell may differ by.
  private static let tolerance = 24
}
