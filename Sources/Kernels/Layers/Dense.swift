/// z = b + W a for all units and sixteen images at once: a fully connected layer.
///
/// - `biases`: 1 × units, zero for `nil`; `weights`: inputs × units; `a`: one for each input; `z`:
///   room for the units in whole tiles.
@inline(__always)
func weightedSums(
  _ biases: TiledMatrix?, _ weights: TiledMatrix, of a: UnsafePointer<Lanes>,
  into z: UnsafeMutablePointer<Lanes>
) {
  for tile in 0..<weights.tiles {
    let (rows, row) = (weights.rows, weights.tile(tile))
    var sums = biases.map { LaneTile(repeating: $0.tile(tile)) } ?? LaneTile()
    for i in 0..<rows { sums.add(a[i], times: row + i &* LaneTile.width) }
    sums.store(to: z + tile &* LaneTile.width)
  }
}

/// Inputs of the images of a block, where they stand in memory.
struct LaneInputs {
  let base: UnsafePointer<Lanes>
  let count: Int
  /// From one input to the next, and from sixteen images to the next.
  let (inputStride, groupStride): (Int, Int)
}

/// dW += Σ a dzᵀ over the images of a block.
///
/// - `inputs`: images × inputs, the rows of `gradient` from `first` on; `delta`: images × units.
/// - `gradient`: inputs × units.
@inline(__always)
func addProducts(
  of inputs: LaneInputs, _ delta: LaneBlock, groups: Int, to gradient: TiledMatrix,
  from first: Int = 0
) {
  for tile in 0..<gradient.tiles {
    let deltas = delta.group(0) + tile &* LaneTile.width
    let sums = gradient.tile(tile) + first &* LaneTile.width
    for i in 0..<inputs.count {
      let a = inputs.base + i &* inputs.inputStride
      var products = LaneTile()
      for group in 0..<groups {
        products.add(a[group &* inputs.groupStride], times: deltas + group &* delta.width)
      }
      products.addTotals(to: sums + i &* LaneTile.width)
    }
  }
}

/// db += Σ dz over the images of a block.
func addSums(of delta: LaneBlock, groups: Int, to total: TiledMatrix) {
  for tile in 0..<total.tiles {
    let deltas = delta.group(0) + tile * LaneTile.width
    var sums = LaneTile()
    for group in 0..<groups {
      sums.add(Lanes(repeating: 1), times: deltas + group &* delta.width)
    }
    sums.addTotals(to: total.tile(tile))
  }
}
