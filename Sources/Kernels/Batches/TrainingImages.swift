import Network

/// Images as training reads them, hundreds of times: common pixels of all, rare ones where lit.
///
/// Four in five pixels of a digit are dark, and most of those that are lit are in the middle. A
/// pixel that is lit in many images costs less when sixteen images are taken side by side, lit or
/// not; one that is lit in few costs less when it is only visited where it is. Pixels that are lit
/// in no image are left out: their weights never matter.
struct TrainingImages: Sendable {
  /// The share of images from which on a pixel is common.
  ///
  /// Where both ways take the same time, by measurement; sums depend on it, so it is the same for
  /// all machines.
  static let commonShare = 1.0 / 4

  let count: Int
  /// The common and the rare pixels, each ascending.
  let pixels: PixelRows
  /// For each chunk of images begun a line of levels for each common pixel.
  let lines: LevelLines
  let rare: RarePixels

  /// Lays images out, with the pixels that any of them lights or that `others` light.
  init(_ images: ImageRows, andPixelsOf others: ImageRows? = nil) {
    let lit = Self.litImages(images)
    let litByOthers = others.map(Self.litImages)
    let limit = Int((Double(images.count) * Self.commonShare).rounded(.up))
    let pixels = lit.indices.map { Int32($0) }
    // Positions of rare pixels have 16 bits: what is beyond counts as common.
    let rare = pixels.lazy.filter { pixel in
      lit[Int(pixel)] < limit && (lit[Int(pixel)] > 0 || litByOthers?[Int(pixel)] ?? 0 > 0)
    }.prefix(RarePixels.most)
    let end = rare.count == RarePixels.most ? rare.last ?? 0 : Int32(lit.count)
    let common = pixels.filter { pixel in
      let count = lit[Int(pixel)]
      return count > 0 && (count >= limit || pixel > end)
        || pixel > end && litByOthers?[Int(pixel)] ?? 0 > 0
    }
    self.init(
      images, PixelRows(common: common, rare: Array(rare), scale: images.scale), lit: lit)
  }

  /// Lays images out by the pixels of others.
  init(_ images: ImageRows, like others: TrainingImages) {
    self.init(images, others.pixels, lit: Self.litImages(images))
  }

  private init(_ images: ImageRows, _ pixels: PixelRows, lit: [UInt32]) {
    count = images.count
    self.pixels = pixels
    let common = pixels.common
    let lines = LevelLines(Chunk.count(for: images.count) * common.count)
    common.withUnsafeBufferPointer { images.pack(0..<images.count, pixels: $0, into: lines.base) }
    self.lines = lines
    rare = RarePixels(
      images, pixels: pixels.rare, lit: pixels.rare.reduce(0) { $0 + Int(lit[Int($1)]) })
  }

  /// In how many images each pixel is lit; no branch a pixel.
  private static func litImages(_ images: ImageRows) -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: images.imageSize)
    counts.withUnsafeMutableBufferPointer { counts in
      images.forEach(in: 0..<images.count) { image in
        for pixel in counts.indices { counts[pixel] &+= image[pixel] == 0 ? 0 : 1 }
      }
    }
    return counts
  }
}
