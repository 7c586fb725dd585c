/// An opaque image: rows of pixels from the top, each `0x00RRGGBB`.
package struct PixelImage: Sendable, Equatable {
  package let width: Int
  package let height: Int
  /// `width × height` pixels; the upper eight bits of each are zero.
  package let pixels: [UInt32]

  /// Takes pixels row by row; missing ones are black, surplus ones are left out.
  package init(width: Int, height: Int, pixels: [UInt32]) {
    let count = max(0, width) * max(0, height)
    self.width = max(0, width)
    self.height = max(0, height)
    if pixels.count == count {
      self.pixels = pixels
    } else {
      self.pixels =
        Array(pixels.prefix(count)) + Array(repeating: 0, count: max(0, count - pixels.count))
    }
  }
}
