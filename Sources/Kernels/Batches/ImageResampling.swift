package import Architecture

/// A change of an image: each place of the new one takes its level from somewhere in the old one,
/// between pixels in proportion, and zero from outside of it.
package struct ImageResampling {
  private let shape: Shape
  private let map: AffineMap
  /// What bends the image beside; `nil` for nothing.
  package let bend: ElasticBend?

  package init(_ shape: Shape, _ map: AffineMap, _ bend: ElasticBend? = nil) {
    (self.shape, self.map, self.bend) = (shape, map, bend)
  }

  /// The new image of one, as levels.
  package func image(of levels: [UInt8]) -> [Float] {
    var lanes = [Float](repeating: 0, count: shape.count * Lanes.width)
    lanes.withUnsafeMutableBufferPointer { lanes in
      levels.withUnsafeBufferPointer { levels in
        guard let lanes = lanes.baseAddress, let levels = levels.baseAddress else { return }
        fill(levels, scale: 1, into: lanes)
      }
    }
    return (0..<shape.count).map { lanes[$0 * Lanes.width] }
  }

  /// Sets the numbers of the new image, in one lane of each vector, from the levels of the old one.
  func fill(
    _ levels: UnsafePointer<UInt8>, scale: Float, into numbers: UnsafeMutablePointer<Float>
  ) {
    let plane = shape.height * shape.width
    ImageWithMargin.with(levels, shape) { image in
      for row in 0..<shape.height {
        let line = bend.map { $0.line(row) }
        for column in 0..<shape.width {
          var (x, y) = map.source(row, column, shape)
          if let bend, let line {
            let distance = bend.distance(line, column)
            (x, y) = (x + distance.x, y + distance.y)
          }
          let place = row &* shape.width &+ column
          for channel in 0..<shape.channels {
            numbers[(channel &* plane &+ place) &* Lanes.width] =
              image.level(channel, x, y) * scale
          }
        }
      }
    }
  }
}

/// An image as numbers, with one line of zeros above it and left of it, and two below and right.
private struct ImageWithMargin {
  let base: UnsafePointer<Float>
  let shape: Shape

  private var width: Int { shape.width &+ 3 }
  private var height: Int { shape.height &+ 3 }

  /// Calls `body` with the image of some levels.
  static func with(
    _ levels: UnsafePointer<UInt8>, _ shape: Shape, _ body: (ImageWithMargin) -> Void
  ) {
    let (height, width) = (shape.height + 3, shape.width + 3)
    withUnsafeTemporaryAllocation(of: Float.self, capacity: shape.channels * height * width) {
      room in
      guard let base = room.baseAddress else { return }
      base.initialize(repeating: 0, count: room.count)
      for line in 0..<shape.channels * shape.height {
        let (channel, row) = line.quotientAndRemainder(dividingBy: shape.height)
        let (from, to) = (
          levels + line * shape.width, base + (channel * height + row + 1) * width + 1
        )
        for column in 0..<shape.width { to[column] = Float(from[column]) }
      }
      body(ImageWithMargin(base: base, shape: shape))
    }
  }

  /// The level at a place between pixels, in proportion to how near each is.
  @inline(__always)
  func level(_ channel: Int, _ x: Float, _ y: Float) -> Float {
    let right = min(max(x, -1), Float(shape.width)) + 1
    let down = min(max(y, -1), Float(shape.height)) + 1
    let (column, row) = (Int(right), Int(down))
    let (u, v) = (right - Float(column), down - Float(row))
    let top = base + ((channel &* height &+ row) &* width &+ column)
    let bottom = top + width
    let above = top[0] * (1 - u) + top[1] * u
    let below = bottom[0] * (1 - u) + bottom[1] * u
    return above * (1 - v) + below * v
  }
}
