/// Images as their lit pixels: about four in five pixels of a digit are zero.
///
/// Three bytes a lit pixel: its grey level, and which of the *lit positions* it is in, those that
/// are lit in any of the images. Weights of other positions never matter.
package struct SparseImages: Sendable {
  /// How many images there are.
  package let count: Int
  /// Pixels of an image, lit or not.
  package let imageSize: Int
  /// The pixel of each lit position, ascending.
  let litPixels: [Int32]
  /// Where the lit pixels of image `i` begin; `starts[count]` is how many there are in all.
  let starts: [Int32]
  /// The lit position of each lit pixel, image by image, each below `litPixels.count`.
  let positions: [UInt16]
  /// The grey level of each lit pixel, 1...255.
  let levels: [UInt8]
  /// What the network sees of a grey level is the level times this.
  let scale: Double

  /// Gathers the lit pixels of some rows of an array of images.
  ///
  /// - Parameters:
  ///   - pixels: all images, one byte a pixel, image after image.
  ///   - imageSize: pixels of an image, 1...65,536.
  ///   - rows: which images, in order.
  ///   - scale: what grey levels are multiplied with.
  package init(pixels: [UInt8], imageSize: Int, rows: [Int32], scale: Double)
    throws(SparseImagesError)
  {
    guard (1...65_536).contains(imageSize) else { throw .imageSize(imageSize) }
    let available = pixels.count / imageSize
    if let row = rows.first(where: { $0 < 0 || Int($0) >= available }) {
      throw .row(Int(row), available: available)
    }
    let survey = Survey(pixels: pixels, imageSize: imageSize, rows: rows)
    guard survey.total <= Int(Int32.max) else { throw .tooManyPixels(survey.total) }
    count = rows.count
    self.imageSize = imageSize
    litPixels = survey.litPixels
    starts = survey.starts
    (positions, levels) = survey.gather(pixels: pixels, imageSize: imageSize, rows: rows)
    self.scale = scale
  }
}

/// Why images cannot be gathered.
package enum SparseImagesError: Error, Equatable, Sendable, CustomStringConvertible {
  case imageSize(Int)
  case row(Int, available: Int)
  case tooManyPixels(Int)

  package var description: String {
    switch self {
    case .imageSize(let size): "images of \(size) pixels cannot be learned from; at most 65,536"
    case .row(let row, let available): "there is no image \(row) among \(available)"
    case .tooManyPixels(let count): "\(count) lit pixels are more than fit; use fewer images"
    }
  }
}

/// A first look at images: which pixels are ever lit, and how many are in each image.
private struct Survey {
  let litPixels: [Int32]
  let starts: [Int32]
  let total: Int

  init(pixels: [UInt8], imageSize: Int, rows: [Int32]) {
    var union = [UInt8](repeating: 0, count: imageSize)
    var starts: [Int32] = [0]
    starts.reserveCapacity(rows.count + 1)
    var total = 0
    for row in rows {
      let image = pixels[Int(row) * imageSize..<(Int(row) + 1) * imageSize]
      total += image.withUnsafeBufferPointer { image in
        union.withUnsafeMutableBufferPointer { Self.survey(image, &$0) }
      }
      starts.append(Int32(truncatingIfNeeded: total))
    }
    litPixels = (0..<Int32(imageSize)).filter { union[Int($0)] != 0 }
    self.starts = starts
    self.total = total
  }

  /// Counts the lit pixels of an image, and adds them to the union of all; no branch a pixel.
  private static func survey(
    _ image: UnsafeBufferPointer<UInt8>, _ union: inout UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var lit: Int32 = 0
    for (pixel, level) in image.enumerated() {
      union[pixel] |= level
      lit &+= level == 0 ? 0 : 1
    }
    return Int(lit)
  }

  func gather(pixels: [UInt8], imageSize: Int, rows: [Int32]) -> ([UInt16], [UInt8]) {
    var positionOf = [UInt16](repeating: 0, count: imageSize)
    for (position, pixel) in litPixels.enumerated() { positionOf[Int(pixel)] = UInt16(position) }
    var levels: [UInt8] = []
    // Every pixel is written, and the next one over it where it is dark: so one more fits in each.
    let positions = [UInt16](unsafeUninitializedCapacity: total + 1) { positions, count in
      levels = [UInt8](unsafeUninitializedCapacity: total + 1) { levels, count in
        var end = 0
        for row in rows {
          let image = pixels[Int(row) * imageSize..<(Int(row) + 1) * imageSize]
          for (level, position) in zip(image, positionOf) {
            levels.initializeElement(at: end, to: level)
            positions.initializeElement(at: end, to: position)
            end &+= level == 0 ? 0 : 1
          }
        }
        count = end
      }
      count = levels.count
    }
    return (positions, levels)
  }
}
