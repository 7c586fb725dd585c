/// The weights of one layer as the kernels read them.
struct LayerWeights {
  /// Inputs × units; for the first layer a row for each common pixel.
  let rows: TiledMatrix
  /// Rare pixels × units; only the first layer has some.
  let rare: LaneMatrix
  /// 1 × units.
  let biases: TiledMatrix
  /// Units × inputs, for the way back, which the first layer does not go.
  let transposed: TiledMatrix
  let activation: Layer.Activation

  /// Makes room for the layer that the images go into.
  init(_ layer: Layer, pixels: PixelRows) {
    self.init(layer, inputs: pixels.common.count, rare: pixels.rare.count, isFirst: true)
  }

  /// Makes room for a layer that another one goes into.
  init(_ layer: Layer, inputs: Int) {
    self.init(layer, inputs: inputs, rare: 0, isFirst: false)
  }

  private init(_ layer: Layer, inputs: Int, rare: Int, isFirst: Bool) {
    rows = TiledMatrix(rows: inputs, columns: layer.units)
    self.rare = LaneMatrix(rows: rare, columns: layer.units)
    biases = TiledMatrix(rows: 1, columns: layer.units)
    transposed = TiledMatrix(rows: isFirst ? 0 : layer.units, columns: inputs)
    activation = layer.activation
  }

  var units: Int { biases.columns }
}

/// Which pixel each row of the first layer's weights stands for.
struct PixelRows: Sendable {
  let common: [Int32]
  let rare: [Int32]
  /// What grey levels are multiplied with: w · (scale · x) = (w · scale) · x, once for all images.
  let scale: Double
}

extension LayerWeights {
  /// Room for all layers of a network.
  static func all(of architecture: Architecture, pixels: PixelRows) -> [LayerWeights] {
    zip(architecture.layers, architecture.inputWidths).enumerated().map { index, layer in
      index == 0
        ? LayerWeights(layer.0, pixels: pixels) : LayerWeights(layer.0, inputs: layer.1)
    }
  }

  /// Takes over the weights of all layers, which are in 64 bits.
  static func set(_ layers: [LayerWeights], to state: TrainingState, pixels: PixelRows) {
    for (index, weights) in layers.enumerated() {
      let parameters = state.layers[index]
      let inputs = state.architecture.inputWidths[index]
      if index == 0 {
        weights.set(parameters, inputs: inputs, pixels: pixels)
      } else {
        weights.set(parameters, inputs: inputs)
      }
    }
  }

  private func set(_ parameters: TrainingState.Parameters, inputs: Int, pixels: PixelRows) {
    setBiases(parameters)
    for unit in 0..<units {
      func weight(_ pixel: Int32) -> Float {
        Float(parameters.weights[unit * inputs + Int(pixel)] * pixels.scale)
      }
      for (row, pixel) in pixels.common.enumerated() { rows[row, unit] = weight(pixel) }
      for (row, pixel) in pixels.rare.enumerated() { rare[row, unit] = weight(pixel) }
    }
  }

  private func set(_ parameters: TrainingState.Parameters, inputs: Int) {
    setBiases(parameters)
    for unit in 0..<units {
      for input in 0..<inputs {
        let weight = Float(parameters.weights[unit * inputs + input])
        rows[input, unit] = weight
        transposed[unit, input] = weight
      }
    }
  }

  private func setBiases(_ parameters: TrainingState.Parameters) {
    for unit in 0..<units { biases[0, unit] = Float(parameters.biases[unit]) }
  }
}
