import Network

/// The pixels of images that are seldom lit, kept only where they are: three bytes for each.
struct RarePixels: Sendable {
  /// The most pixels that can be rare.
  static let most = 1 << 16

  /// The pixels, ascending: a *position* is an index of these.
  let pixels: [Int32]
  /// Where the lit ones of image `i` begin; the last entry is how many there are in all.
  let starts: [Int]
  /// The position of each lit pixel, image by image, each below `pixels.count`.
  let positions: [UInt16]
  /// The grey level of each lit pixel, 1...255.
  let levels: [UInt8]

  /// Gathers the lit ones among some pixels of all images, `lit` in number.
  init(_ images: ImageRows, pixels: [Int32], lit: Int) {
    self.pixels = pixels
    var starts = [0]
    starts.reserveCapacity(images.count + 1)
    var levels: [UInt8] = []
    // Every pixel is written, and the next one over it where it is dark: so one more fits in each.
    positions = [UInt16](unsafeUninitializedCapacity: lit + 1) { positions, count in
      levels = [UInt8](unsafeUninitializedCapacity: lit + 1) { levels, count in
        var end = 0
        images.forEach(in: 0..<images.count) { image in
          for (position, pixel) in pixels.enumerated() {
            let level = image[Int(pixel)]
            levels.initializeElement(at: end, to: level)
            positions.initializeElement(at: end, to: UInt16(truncatingIfNeeded: position))
            end &+= level == 0 ? 0 : 1
          }
          starts.append(end)
        }
        count = end
      }
      count = levels.count
    }
    self.levels = levels
    self.starts = starts
  }
}
