/// The weights of one layer as the kernels read them.
///
/// - `rows`: inputs × units, a row for each input; the first layer has rows only for lit positions.
/// - `transposed`: units × inputs, for the way back; the first layer needs none.
struct LayerWeights {
  let rows: LaneMatrix
  let biases: LaneMatrix
  let transposed: LaneMatrix
  let activation: Layer.Activation
  /// One in the lanes of units, zero in those that only fill a group.
  let used: LaneMatrix

  /// Makes room for a layer; `inputs` counts lit positions where it is the first.
  init(inputs: Int, layer: Layer, isFirst: Bool) {
    rows = LaneMatrix(rows: inputs, columns: layer.units)
    biases = LaneMatrix(rows: 1, columns: layer.units)
    transposed = LaneMatrix(rows: isFirst ? 0 : layer.units, columns: inputs)
    activation = layer.activation
    used = LaneMatrix(rows: 1, columns: layer.units)
    for unit in 0..<layer.units { used[0, unit] = 1 }
    if layer.activation == .softmax {
      // Scores that are never the largest, and whose exponential is as good as zero.
      biases.base.update(repeating: Lanes(repeating: -.infinity), count: biases.groups)
    }
  }

  var units: Int { rows.columns }

  /// Takes over weights in 64 bits.
  ///
  /// `pixels[i]` is the input that row `i` stands for; `nil` for all inputs in order. `scale` is
  /// what inputs are multiplied with: w · (scale · x) = (w · scale) · x, once for all examples.
  func set(
    _ parameters: TrainingState.Parameters, inputs: Int, pixels: [Int32]?, scale: Double
  ) {
    for unit in 0..<units {
      biases[0, unit] = Float(parameters.biases[unit])
      for row in 0..<rows.rows {
        let input = pixels.map { Int($0[row]) } ?? row
        let weight = Float(parameters.weights[unit * inputs + input] * scale)
        rows[row, unit] = weight
        if transposed.rows > 0 { transposed[unit, row] = weight }
      }
    }
  }
}

/// The gradient of one layer, summed over examples: laid out as its weights are.
struct LayerGradient {
  let rows: LaneMatrix
  let biases: LaneMatrix

  init(like weights: LayerWeights) {
    rows = LaneMatrix(rows: weights.rows.rows, columns: weights.units)
    biases = LaneMatrix(rows: 1, columns: weights.units)
  }

  func clear() {
    rows.clear()
    biases.clear()
  }
}

extension LayerWeights {
  /// Room for all layers of a network.
  static func all(of architecture: Architecture, litPixels: Int) -> [LayerWeights] {
    architecture.layers.enumerated().map { index, layer in
      LayerWeights(
        inputs: index == 0 ? litPixels : architecture.inputWidths[index], layer: layer,
        isFirst: index == 0)
    }
  }

  /// Takes over the weights of all layers.
  static func set(_ layers: [LayerWeights], to state: TrainingState, images: SparseImages) {
    for (index, weights) in layers.enumerated() {
      weights.set(
        state.layers[index], inputs: state.architecture.inputWidths[index],
        pixels: index == 0 ? images.litPixels : nil, scale: index == 0 ? images.scale : 1)
    }
  }
}
