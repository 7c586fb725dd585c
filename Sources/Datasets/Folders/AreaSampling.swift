/// Makes an image of another size: each pixel is the mean of the area that it covers, a half rounded
/// up.
///
/// In whole numbers, so that the mean is exact: a pixel of the source is as many units wide as the
/// target has pixels, and one of the target as many as the source has.
struct AreaSampling {
  private let source: ImageSize
  private let target: ImageSize
  private let columns: [Cover]

  /// The pixels that a pixel covers along a side, and the units of each that it covers.
  private struct Cover {
    let first: Int
    let units: [Int]
  }

  init(from source: ImageSize, to target: ImageSize) {
    self.source = source
    self.target = target
    columns = (0..<target.width).map { Self.cover($0, source.width, target.width) }
  }

  private static func cover(_ place: Int, _ from: Int, _ to: Int) -> Cover {
    let (start, end) = (place * from, (place + 1) * from)
    let first = start / to
    let units = (first...(end - 1) / to).map { pixel in
      min(end, (pixel + 1) * to) - max(start, pixel * to)
    }
    return Cover(first: first, units: units)
  }

  /// Writes a plane of the source's levels as one of the target's.
  func write(_ plane: [UInt8], to pixels: UnsafeMutablePointer<UInt8>) {
    let area = source.width * source.height
    for y in 0..<target.height {
      let rows = Self.cover(y, source.height, target.height)
      for (x, columns) in columns.enumerated() {
        var sum = 0
        for (row, height) in rows.units.enumerated() {
          let start = (rows.first + row) * source.width + columns.first
          for (column, width) in columns.units.enumerated() {
            sum += height * width * Int(plane[start + column])
          }
        }
        pixels[y * target.width + x] = UInt8((2 * sum + area) / (2 * area))
      }
    }
  }
}
