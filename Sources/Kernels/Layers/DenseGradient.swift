/// The gradient of one dense layer, summed over examples: laid out as its weights are.
struct DenseGradient {
  let rows: TiledMatrix
  let rare: LaneMatrix
  let biases: TiledMatrix

  init(like weights: DenseWeights) {
    rows = TiledMatrix(rows: weights.rows.rows, columns: weights.units)
    rare = LaneMatrix(rows: weights.rare.rows, columns: weights.units)
    biases = TiledMatrix(rows: 1, columns: weights.units)
  }

  func clear() {
    rows.clear()
    rare.clear()
    biases.clear()
  }
}

/// The mean gradient of one dense layer over all examples, in the order of its weights and biases.
struct MeanGradient {
  /// Units × inputs.
  private(set) var weights: [Double]
  private(set) var biases: [Double]

  /// Takes the mean from the sums over each shard.
  ///
  /// `pixels` is for the first layer, whose gradient is by grey levels: by inputs it is the scale
  /// times that, and zero for pixels that are never lit.
  init(_ shards: [DenseGradient], inputs: Int, pixels: PixelRows?, examples: Int) {
    let units = shards[0].biases.columns
    let mean = 1 / Double(examples)
    weights = Array(repeating: 0, count: units * inputs)
    biases = Array(repeating: 0, count: units)
    let sums = Self.sums(shards.map(\.biases.numbers))
    for unit in 0..<units { biases[unit] = mean * sums[shards[0].biases.index(0, unit)] }
    let slope = mean * (pixels?.scale ?? 1)
    let rows = Self.sums(shards.map(\.rows.numbers))
    let rare = Self.sums(shards.map(\.rare.numbers))
    for unit in 0..<units {
      for row in 0..<shards[0].rows.rows {
        let input = pixels.map { Int($0.common[row]) } ?? row
        weights[unit * inputs + input] = slope * rows[shards[0].rows.index(row, unit)]
      }
      for row in 0..<shards[0].rare.rows {
        let input = pixels.map { Int($0.rare[row]) } ?? row
        weights[unit * inputs + input] = slope * rare[shards[0].rare.index(row, unit)]
      }
    }
  }

  /// The sums over shards, in their order.
  private static func sums(_ shards: [UnsafeBufferPointer<Float>]) -> [Double] {
    var sums = Array(repeating: 0.0, count: shards[0].count)
    for shard in shards {
      for i in sums.indices { sums[i] += Double(shard[i]) }
    }
    return sums
  }
}
