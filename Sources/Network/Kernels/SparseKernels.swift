/// The lit pixels of one image, where they stand in memory.
///
/// Each of the `count` positions is below the rows of the matrix that it is used with, and each
/// level indexes the 256 inputs: `SparseImages` makes them so.
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
          inputs.withUnsafeBufferPointer { inputs in
            body(ImageMemory(starts: starts, positions: positions, levels: levels, inputs: inputs))
          }
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
  let inputs: UnsafeBufferPointer<Float>

  /// The lit pixels of image `index`; none where there is no memory, so that no pointer is used.
  @inline(__always)
  func image(_ index: Int) -> LitPixels? {
    guard let positions = positions.baseAddress, let levels = levels.baseAddress else { return nil }
    let start = Int(starts[index])
    return LitPixels(
      positions: positions + start, levels: levels + start, count: Int(starts[index + 1]) - start)
  }
}

/// z = b + Σ input · row over the lit pixels of each image of a block: the first layer.
///
/// `weights.rows` has a row for each lit position, `out` a row for each image of the block.
func weightedSums(
  of images: ImageMemory, _ block: Range<Int>, _ weights: LayerWeights, into out: LaneMatrix
) {
  guard let inputs = images.inputs.baseAddress else { return }
  for group in 0..<out.groups {
    let rows = UnsafePointer(weights.rows.group(group))
    let (result, bias) = (out.group(group), weights.biases.group(group)[0])
    for index in block {
      let sum = images.image(index).map { weightedSum(of: $0, inputs, rows) } ?? .zero
      result[index &- block.lowerBound] = bias + sum
    }
  }
}

/// row += input · delta for the lit pixels of each image of a block, in their order.
func addProducts(
  of images: ImageMemory, _ block: Range<Int>, _ delta: LaneMatrix, to gradient: LaneMatrix
) {
  guard let inputs = images.inputs.baseAddress else { return }
  for group in 0..<gradient.groups {
    let (rows, deltas) = (gradient.group(group), delta.group(group))
    for index in block {
      guard let image = images.image(index) else { continue }
      addProducts(of: image, inputs, deltas[index &- block.lowerBound], to: rows)
    }
  }
}

/// Σ input · row over the lit pixels of an image: a weighted sum for sixteen units at once.
///
/// Four sums run side by side, so that no addition waits for the one before it.
@inline(__always)
func weightedSum(
  of image: LitPixels, _ inputs: UnsafePointer<Float>, _ rows: UnsafePointer<Lanes>
) -> Lanes {
  var (a, b, c, d) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
  let (positions, levels) = (image.positions, image.levels)
  var i = 0
  while i &+ 4 <= image.count {
    a += rows[Int(positions[i])] * inputs[Int(levels[i])]
    b += rows[Int(positions[i &+ 1])] * inputs[Int(levels[i &+ 1])]
    c += rows[Int(positions[i &+ 2])] * inputs[Int(levels[i &+ 2])]
    d += rows[Int(positions[i &+ 3])] * inputs[Int(levels[i &+ 3])]
    i &+= 4
  }
  while i < image.count {
    a += rows[Int(positions[i])] * inputs[Int(levels[i])]
    i &+= 1
  }
  return (a + b) + (c + d)
}

/// row += input · delta for the lit pixels of an image: what it adds to the gradient.
@inline(__always)
func addProducts(
  of image: LitPixels, _ inputs: UnsafePointer<Float>, _ delta: Lanes,
  to rows: UnsafeMutablePointer<Lanes>
) {
  let (positions, levels) = (image.positions, image.levels)
  for i in 0..<image.count {
    rows[Int(positions[i])] += delta * inputs[Int(levels[i])]
  }
}
