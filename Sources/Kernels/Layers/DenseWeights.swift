import Architecture

/// The weights of one dense layer as the kernels read them.
struct DenseWeights {
  /// Inputs × units; for the first layer a row for each common pixel.
  let rows: TiledMatrix
  /// Rare pixels × units; only the first layer has some.
  let rare: LaneMatrix
  /// 1 × units.
  let biases: TiledMatrix
  /// Units × inputs, for the way back, which the first layer does not go.
  let transposed: TiledMatrix
  let activation: Activation

  /// Makes room for the layer that the images go into.
  init(units: Int, _ activation: Activation, pixels: PixelRows) {
    self.init(
      units: units, activation, inputs: pixels.common.count, rare: pixels.rare.count, isFirst: true)
  }

  /// Makes room for a layer that another one goes into.
  init(units: Int, _ activation: Activation, inputs: Int) {
    self.init(units: units, activation, inputs: inputs, rare: 0, isFirst: false)
  }

  private init(units: Int, _ activation: Activation, inputs: Int, rare: Int, isFirst: Bool) {
    rows = TiledMatrix(rows: inputs, columns: units)
    self.rare = LaneMatrix(rows: rare, columns: units)
    biases = TiledMatrix(rows: 1, columns: units)
    transposed = TiledMatrix(rows: isFirst ? 0 : units, columns: inputs)
    self.activation = activation
  }

  var units: Int { biases.columns }
}

extension DenseWeights {
  /// Takes over the weights of the first layer, units × inputs, for grey levels as inputs.
  func set(_ numbers: [Double], biases: [Double], pixels: PixelRows) {
    setBiases(biases)
    let inputs = numbers.count / units
    for unit in 0..<units {
      func weight(_ pixel: Int32) -> Float {
        Float(numbers[unit * inputs + Int(pixel)] * pixels.scale)
      }
      for (row, pixel) in pixels.common.enumerated() { rows[row, unit] = weight(pixel) }
      for (row, pixel) in pixels.rare.enumerated() { rare[row, unit] = weight(pixel) }
    }
  }

  /// Takes over the weights of a layer, units × inputs.
  func set(_ numbers: [Double], biases: [Double]) {
    setBiases(biases)
    let inputs = numbers.count / units
    for unit in 0..<units {
      for input in 0..<inputs {
        let weight = Float(numbers[unit * inputs + input])
        rows[input, unit] = weight
        transposed[unit, input] = weight
      }
    }
  }

  private func setBiases(_ numbers: [Double]) {
    for unit in 0..<units { biases[0, unit] = Float(numbers[unit]) }
  }
}
