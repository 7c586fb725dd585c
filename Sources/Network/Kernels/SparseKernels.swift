/// The lit pixels of one image, where they stand in memory.
///
/// Each of the `count` positions is below the rows of the matrix that it is used with:
/// `SparseImages` makes them so.
struct LitPixels {
  let positions: UnsafePointer<UInt16>
  let levels: UnsafePointer<UInt8>
  let count: Int
}

extension SparseImages {
  /// Calls `body` with the memory of all images.
  func withUnsafeImages<Result>(_ body: (ImageMemory) -> Result) -> Result {
    starts.withUnsafeBufferPointer { starts in
      positions.withUnsafeBufferPointer { positions in
        levels.withUnsafeBufferPointer { levels in
          body(ImageMemory(starts: starts, positions: positions, levels: levels))
        }
      }
    }
  }
}

/// The memory of sparse images, valid within `withUnsafeImages`.
struct ImageMemory {
  let starts: UnsafeBufferPointer<Int32>
  let positions: UnsafeBufferPointer<UInt16>
  let levels: UnsafeBufferPointer<UInt8>

  /// The lit pixels of image `index`; none where there is no memory, so that no pointer is used.
  @inline(__always)
  func image(_ index: Int) -> LitPixels? {
    guard let positions = positions.baseAddress, let levels = levels.baseAddress else { return nil }
    let start = Int(starts[index])
    return LitPixels(
      positions: positions + start, levels: levels + start, count: Int(starts[index + 1]) - start)
  }
}

/// z = b + Σ level · row over the lit pixels of each image of a block: the first layer.
///
/// `weights.rows` has a row for each lit position, which holds the scale of the inputs; `out` has a
/// row for each image of the block.
func weightedSums(
  of images: ImageMemory, _ block: Range<Int>, _ weights: LayerWeights, into out: LaneMatrix
) {
  for group in 0..<out.groups {
    let rows = UnsafePointer(weights.rows.group(group))
    let (result, bias) = (out.group(group), weights.biases.group(group)[0])
    for index in block {
      guard let image = images.image(index) else { continue }
      result[index &- block.lowerBound] = bias + weightedSum(of: image, rows)
    }
  }
}

/// row += level · delta for the lit pixels of each image of a block, in their order.
func addProducts(
  of images: ImageMemory, _ block: Range<Int>, _ delta: LaneMatrix, to gradient: LaneMatrix
) {
  for group in 0..<gradient.groups {
    let (rows, deltas) = (gradient.group(group), delta.group(group))
    for index in block {
      guard let image = images.image(index) else { continue }
      addProducts(of: image, deltas[index &- block.lowerBound], to: rows)
    }
  }
}

/// Σ level · row over the lit pixels of an image: a weighted sum for sixteen units at once.
///
/// Two sums run side by side, so that no addition waits for the one before it. Converting a level
/// takes less time than looking it up would: the rows are what the loads are for.
@inline(__always)
func weightedSum(of image: LitPixels, _ rows: UnsafePointer<Lanes>) -> Lanes {
  var (even, odd) = (Lanes.zero, Lanes.zero)
  let (positions, levels) = (image.positions, image.levels)
  var i = 0
  while i &+ 2 <= image.count {
    even += rows[Int(positions[i])] * Float(levels[i])
    odd += rows[Int(positions[i &+ 1])] * Float(levels[i &+ 1])
    i &+= 2
  }
  if i < image.count { even += rows[Int(positions[i])] * Float(levels[i]) }
  return even + odd
}

/// row += level · delta for the lit pixels of an image: what it adds to the gradient.
@inline(__always)
func addProducts(of image: LitPixels, _ delta: Lanes, to rows: UnsafeMutablePointer<Lanes>) {
  let (positions, levels) = (image.positions, image.levels)
  for i in 0..<image.count {
    rows[Int(positions[i])] += delta * Float(levels[i])
  }
}
