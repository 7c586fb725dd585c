/// The passes of a block of examples through a network: forward, and backward with the gradient.
struct Propagation {
  /// Examples of a block: few enough that what is computed of them stays in the caches.
  static let blockSize = 128

  let weights: [LayerWeights]
  /// The output of each layer: examples × units.
  let outputs: [LaneMatrix]
  /// The slope of the loss by the weighted sums of each layer: examples × units.
  let deltas: [LaneMatrix]

  init(_ weights: [LayerWeights]) {
    self.weights = weights
    outputs = weights.map { LaneMatrix(rows: Self.blockSize, columns: $0.units) }
    deltas = weights.map { LaneMatrix(rows: Self.blockSize, columns: $0.units) }
  }

  /// The blocks that some examples are taken in, in order.
  static func blocks(of examples: Range<Int>) -> [Range<Int>] {
    stride(from: examples.lowerBound, to: examples.upperBound, by: blockSize).map {
      $0..<min($0 + blockSize, examples.upperBound)
    }
  }
}

extension Propagation {
  /// Forward: a₁ = f₁(W₁ x + b₁), a₂ = f₂(W₂ a₁ + b₂), … for each image x of a block.
  func forward(_ images: ImageMemory, _ block: Range<Int>) {
    weightedSums(of: images, block, weights[0], into: outputs[0])
    activate(0, examples: block.count)
    for layer in weights.indices.dropFirst() {
      weightedSums(
        of: outputs[layer - 1], weights[layer].rows, examples: block.count,
        start: weights[layer].biases, into: outputs[layer])
      activate(layer, examples: block.count)
    }
  }

  /// a = f(z), in place.
  private func activate(_ layer: Int, examples: Int) {
    switch weights[layer].activation {
    case .relu:
      for group in 0..<outputs[layer].groups {
        let z = outputs[layer].group(group)
        for example in 0..<examples { z[example] = relu(z[example]) }
      }
    case .softmax:
      for example in 0..<examples { softmax(scores(example)) }
    }
  }

  /// The last layer's output for an example of the block.
  func scores(_ example: Int) -> ScoreRow {
    let last = outputs[outputs.count - 1]
    return ScoreRow(
      base: last.base + example, stride: last.rows, classes: last.columns,
      used: UnsafePointer(weights[weights.count - 1].used.base))
  }
}

extension Propagation {
  /// Backward: adds the gradient of a block that has gone forward.
  ///
  /// At the output dz = a - y, with y one at the label and zero elsewhere. Then, layer by layer:
  /// dW += dz aᵀ and db += dz, with a the output of the layer before, and on to that layer with
  /// dz = Wᵀ dz where its output is above zero.
  func backward(
    _ images: ImageMemory, _ block: Range<Int>, labels: UnsafePointer<UInt8>,
    into gradient: [LayerGradient]
  ) {
    subtractLabels(labels + block.lowerBound, examples: block.count)
    for layer in weights.indices.dropFirst().reversed() {
      addProducts(
        of: outputs[layer - 1], deltas[layer], examples: block.count, to: gradient[layer].rows)
      addSum(of: deltas[layer], examples: block.count, to: gradient[layer].biases)
      propagate(from: layer, examples: block.count)
    }
    addProducts(of: images, block, deltas[0], to: gradient[0].rows)
    addSum(of: deltas[0], examples: block.count, to: gradient[0].biases)
  }

  /// dz = a - y at the output.
  private func subtractLabels(_ labels: UnsafePointer<UInt8>, examples: Int) {
    let last = weights.count - 1
    for group in 0..<outputs[last].groups {
      let (a, dz) = (outputs[last].group(group), deltas[last].group(group))
      for example in 0..<examples { dz[example] = a[example] }
    }
    for example in 0..<examples { deltas[last][example, Int(labels[example])] -= 1 }
  }

  /// dz = Wᵀ dz of the layer above, where the output is above zero.
  private func propagate(from layer: Int, examples: Int) {
    let (below, above) = (deltas[layer - 1], deltas[layer])
    for group in 0..<below.groups {
      let (transposed, a) = (
        weights[layer].transposed.group(group), outputs[layer - 1].group(group)
      )
      let dz = below.group(group)
      for example in 0..<examples {
        var sum = Lanes.zero
        for unit in 0..<above.columns {
          sum += transposed[unit] * above.number(example, unit)
        }
        dz[example] = reluSlope(a[example], times: sum)
      }
    }
  }
}
