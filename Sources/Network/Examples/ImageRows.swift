/// Images to learn from or to classify: some rows of an array of images.
package struct ImageRows: Sendable {
  /// Levels of an image.
  package let imageSize: Int
  /// What the network sees of a grey level is the level times this.
  package let scale: Double
  /// All images, one byte a pixel, image after image.
  package let pixels: [UInt8]
  /// Which of them, in order; each is within `pixels`.
  package let rows: [Int32]

  /// How many images there are.
  package var count: Int { rows.count }

  /// Selects rows of an array of images.
  ///
  /// - Parameters:
  ///   - pixels: all images, one byte a pixel, image after image.
  ///   - imageSize: levels of an image, 1...3,145,728.
  ///   - rows: which images, in order.
  ///   - scale: what grey levels are multiplied with.
  package init(pixels: [UInt8], imageSize: Int, rows: [Int32], scale: Double)
    throws(ImageRowsError)
  {
    guard (1...3_145_728).contains(imageSize) else { throw .imageSize(imageSize) }
    let available = pixels.count / imageSize
    if let row = rows.first(where: { $0 < 0 || Int($0) >= available }) {
      throw .row(Int(row), available: available)
    }
    self.pixels = pixels
    self.imageSize = imageSize
    self.rows = rows
    self.scale = scale
  }

  /// Calls `body` with the grey levels of each image of a range, `imageSize` of them, in order.
  package func forEach(in range: Range<Int>, _ body: (UnsafePointer<UInt8>) -> Void) {
    pixels.withUnsafeBufferPointer { pixels in
      guard let base = pixels.baseAddress else { return }
      for row in rows[range] { body(base + Int(row) * imageSize) }
    }
  }
}

/// Why images cannot be used.
package enum ImageRowsError: Error, Equatable, Sendable, CustomStringConvertible {
  case imageSize(Int)
  case row(Int, available: Int)

  package var description: String {
    switch self {
    case .imageSize(let size): "images of \(size) pixels cannot be learned from; at most 3,145,728"
    case .row(let row, let available): "there is no image \(row) among \(available)"
    }
  }
}
