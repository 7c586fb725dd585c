import CZlib

/// How two pictures of one size differ, pixel by pixel.
struct FigureDifference {
  /// The share of pixels that differ to the eye, 0...1.
  let share: Double
  /// A grey PNG: white where nothing differs, darker where more does.
  let image: [UInt8]?

  /// Of 255, what a pixel may differ by without counting.
  private static let tolerance = 8

  /// `nil` for pictures of other sizes, and for what is none.
  init?(_ a: [UInt8], _ b: [UInt8]) {
    guard let old = SeenFigure(a), let new = SeenFigure(b), old.width == new.width,
      old.height == new.height
    else { return nil }
    let pixels = zip(old.luma, new.luma).map { 255 - UInt8(abs(Int($0) - Int($1))) }
    share = Double(pixels.count { Int($0) < 255 - Self.tolerance }) / Double(pixels.count)
    image = Self.png(pixels, width: old.width, height: old.height)
  }

  /// A grey PNG of eight bits; `nil` only where there is no memory for it.
  private static func png(_ pixels: [UInt8], width: Int, height: Int) -> [UInt8]? {
    var rows: [UInt8] = []
    rows.reserveCapacity((width + 1) * height)
    for y in 0..<height {
      rows.append(0)
      rows += pixels[y * width..<(y + 1) * width]
    }
    var length = compressBound(uLong(rows.count))
    var packed = [UInt8](repeating: 0, count: Int(length))
    guard compress2(&packed, &length, rows, uLong(rows.count), Z_BEST_SPEED) == Z_OK else {
      return nil
    }
    let header = bytes(width) + bytes(height) + [8, 0, 0, 0, 0]
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header)
      + chunk("IDAT", Array(packed.prefix(Int(length)))) + chunk("IEND", [])
  }

  private static func chunk(_ type: String, _ body: [UInt8]) -> [UInt8] {
    let checked = Array(type.utf8) + body
    return bytes(body.count) + checked + bytes(Int(crc32(0, checked, uInt(checked.count))))
  }

  private static func bytes(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
