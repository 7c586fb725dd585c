/// The first layer: images × weights, and what images add to the gradient of the weights.
///
/// Every image's sum is over the common pixels in their order, and then over its rare ones. Levels
/// are made into numbers once for all units.
struct PixelProducts {
  /// Pixels that are made into numbers together on the way back, for the first-level cache.
  private static let chunk = 8
  private static let groups = ImageBlock.size / Lanes.width

  /// Room for the levels of sixteen images, and for those of a chunk of pixels of a block.
  private let levels: LaneBlock
  /// What the rare pixels have to do with the units: images × units, units side by side.
  private let rare: LaneMatrix

  init(_ weights: LayerWeights) {
    levels = LaneBlock(
      images: Lanes.width, units: max(weights.rows.rows, Self.chunk * Self.groups))
    let hasRare = weights.rare.rows > 0
    rare = LaneMatrix(rows: hasRare ? ImageBlock.size : 0, columns: weights.units)
  }

  /// z = b + W x for each image x of a block.
  func weightedSums(of block: ImageBlock, _ weights: LayerWeights, into z: LaneBlock) {
    let x = levels.group(0)
    for tile in 0..<block.tileCount {
      let line = block.tiles + tile * block.pixelCount
      for group in 0..<PixelTile.groups {
        for pixel in 0..<block.pixelCount { x[pixel] = line[pixel].levels(group: group) }
        Network.weightedSums(
          weights.biases, weights.rows, of: x, into: z.group(tile * PixelTile.groups + group))
      }
    }
    guard let lit = block.rare else { return }
    for group in 0..<rare.groups {
      let (rows, sums) = (UnsafePointer(weights.rare.group(group)), rare.group(group))
      for image in 0..<block.count { sums[image] = weightedSum(of: lit, image, rows) }
    }
    rare.addTransposed(to: z, groups: block.groups)
  }

  /// dW += Σ dz xᵀ over the images x of a block.
  func addProducts(of block: ImageBlock, _ delta: LaneBlock, to gradient: LayerGradient) {
    for first in stride(from: 0, to: block.pixelCount, by: Self.chunk) {
      let pixels = first..<min(first + Self.chunk, block.pixelCount)
      Network.addProducts(
        of: chunk(pixels, of: block), delta, groups: block.groups, to: gradient.rows, from: first)
    }
    guard let lit = block.rare else { return }
    rare.setTransposed(of: delta, groups: block.groups)
    for group in 0..<rare.groups {
      let (rows, deltas) = (gradient.rare.group(group), rare.group(group))
      for image in 0..<block.count { addLitProducts(of: lit, image, deltas[image], to: rows) }
    }
  }

  /// The levels of some pixels in all images of a block.
  private func chunk(_ pixels: Range<Int>, of block: ImageBlock) -> LaneInputs {
    let x = levels.group(0)
    for tile in 0..<block.tileCount {
      let line = block.tiles + tile * block.pixelCount
      for (index, pixel) in pixels.enumerated() {
        let numbers = x + (index &* Self.groups &+ tile &* PixelTile.groups)
        let level = line[pixel]
        for group in 0..<PixelTile.groups { numbers[group] = level.levels(group: group) }
      }
    }
    return LaneInputs(
      base: x, count: pixels.count, inputStride: Self.groups, groupStride: 1)
  }
}
