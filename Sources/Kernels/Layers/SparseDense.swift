/// The first layer: images × weights, and what images add to the gradient of the weights.
///
/// Every image's sum is over the common pixels in their order, and then over its rare ones. Levels
/// are made into numbers once for all units.
struct SparseDense {
  /// Pixels that are made into numbers together on the way back, for the first-level cache.
  private static let stripWidth = 8
  private static let groups = ImageBlock.size / Lanes.width

  /// Room for the levels of sixteen images, and for those of a strip of pixels of a block.
  private let levels: LaneBlock
  /// What the rare pixels have to do with the units: images × units, units side by side.
  private let rare: LaneMatrix

  init(_ weights: DenseWeights) {
    levels = LaneBlock(
      images: Lanes.width, units: max(weights.rows.rows, Self.stripWidth * Self.groups))
    let hasRare = weights.rare.rows > 0
    rare = LaneMatrix(rows: hasRare ? ImageBlock.size : 0, columns: weights.units)
  }

  /// z = b + W x for each image x of a block.
  func setSums(of block: ImageBlock, _ weights: DenseWeights, into z: LaneBlock) {
    let x = levels.group(0)
    for chunk in 0..<block.chunkCount {
      let lines = block.lines + chunk * block.commonCount
      for group in 0..<PackedLevels.groups {
        for pixel in 0..<block.commonCount { x[pixel] = lines[pixel].levels(group: group) }
        weightedSums(
          weights.biases, weights.rows, of: x, into: z.group(chunk * PackedLevels.groups + group))
      }
    }
    guard let lit = block.rare else { return }
    for panel in 0..<rare.panels {
      let (rows, sums) = (UnsafePointer(weights.rare.panel(panel)), rare.panel(panel))
      for image in 0..<block.count { sums[image] = weightedSum(of: lit, image, rows) }
    }
    rare.addTransposed(to: z, groups: block.groups)
  }

  /// dW += Σ dz xᵀ over the images x of a block.
  func addGradient(of block: ImageBlock, _ delta: LaneBlock, to gradient: DenseGradient) {
    for first in stride(from: 0, to: block.commonCount, by: Self.stripWidth) {
      let pixels = first..<min(first + Self.stripWidth, block.commonCount)
      addProducts(
        of: levels(pixels, of: block), delta, groups: block.groups, to: gradient.rows, from: first)
    }
    guard let lit = block.rare else { return }
    rare.setTransposed(of: delta, groups: block.groups)
    for panel in 0..<rare.panels {
      let (rows, deltas) = (gradient.rare.panel(panel), rare.panel(panel))
      for image in 0..<block.count { addLitProducts(of: lit, image, deltas[image], to: rows) }
    }
  }

  /// The levels of some pixels in all images of a block.
  private func levels(_ pixels: Range<Int>, of block: ImageBlock) -> LaneInputs {
    let x = levels.group(0)
    for chunk in 0..<block.chunkCount {
      let lines = block.lines + chunk * block.commonCount
      for (index, pixel) in pixels.enumerated() {
        let numbers = x + (index &* Self.groups &+ chunk &* PackedLevels.groups)
        let level = lines[pixel]
        for group in 0..<PackedLevels.groups { numbers[group] = level.levels(group: group) }
      }
    }
    return LaneInputs(
      base: x, count: pixels.count, inputStride: Self.groups, groupStride: 1)
  }
}
