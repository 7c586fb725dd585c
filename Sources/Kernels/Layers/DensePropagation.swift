import Architecture

/// The passes of a block of images through dense layers: forward, and backward with the gradient.
struct DensePropagation {
  let weights: [DenseWeights]
  /// The output of each layer: images × units.
  let outputs: [LaneBlock]
  /// The slope of the loss by the weighted sums of each layer: images × units.
  let deltas: [LaneBlock]
  private let pixels: SparseDense

  init(_ weights: [DenseWeights]) {
    self.weights = weights
    outputs = weights.map { LaneBlock(images: ImageBlock.size, units: $0.units) }
    deltas = weights.map { LaneBlock(images: ImageBlock.size, units: $0.units) }
    pixels = SparseDense(weights[0])
  }

  /// The probability of each class for the images of a group.
  func probabilities(_ group: Int) -> UnsafeMutablePointer<Lanes> {
    outputs[outputs.count - 1].group(group)
  }

  var classes: Int { outputs[outputs.count - 1].units }
}

extension DensePropagation {
  /// Forward: a₁ = f₁(W₁ x + b₁), a₂ = f₂(W₂ a₁ + b₂), … for each image x of a block.
  func forward(_ block: ImageBlock) {
    pixels.setSums(of: block, weights[0], into: outputs[0])
    activate(0, groups: block.groups)
    for layer in weights.indices.dropFirst() {
      for group in 0..<block.groups {
        weightedSums(
          weights[layer].biases, weights[layer].rows, of: outputs[layer - 1].group(group),
          into: outputs[layer].group(group))
      }
      activate(layer, groups: block.groups)
    }
  }

  /// a = f(z), in place.
  private func activate(_ layer: Int, groups: Int) {
    let units = outputs[layer].units
    for group in 0..<groups {
      let z = outputs[layer].group(group)
      switch weights[layer].activation {
      case .relu: for unit in 0..<units { z[unit] = relu(z[unit]) }
      case .softmax: softmax(z, classes: units)
      default: break  // No such layer is learned from all examples at once.
      }
    }
  }
}

extension DensePropagation {
  /// Backward: adds the gradient of a block that has gone forward.
  ///
  /// At the output dz = a - y, with y one at the label and zero elsewhere. Then, layer by layer:
  /// dW += dz aᵀ and db += dz, with a the output of the layer before, and on to that layer with
  /// dz = Wᵀ dz where its output is above zero.
  func backward(
    _ block: ImageBlock, labels: UnsafePointer<UInt16>, into gradient: [DenseGradient]
  ) {
    subtractLabels(labels, block)
    for layer in weights.indices.dropFirst().reversed() {
      let delta = deltas[layer]
      addProducts(
        of: outputs[layer - 1].inputs, delta, groups: block.groups, to: gradient[layer].rows)
      addSums(of: delta, groups: block.groups, to: gradient[layer].biases)
      propagate(from: layer, groups: block.groups)
    }
    pixels.addGradient(of: block, deltas[0], to: gradient[0])
    addSums(of: deltas[0], groups: block.groups, to: gradient[0].biases)
  }

  /// dz = a - y at the output, and zero for images that only fill a group.
  private func subtractLabels(_ labels: UnsafePointer<UInt16>, _ block: ImageBlock) {
    let last = deltas[deltas.count - 1]
    for group in 0..<block.groups {
      let (a, dz) = (probabilities(group), last.group(group))
      let images = block.images(ofGroup: group)
      let isMissing = Lanes.indices .>= Lanes(repeating: Float(images))
      for unit in 0..<last.units { dz[unit] = a[unit].replacing(with: 0, where: isMissing) }
      for image in 0..<images {
        dz[Int(labels[group * Lanes.width + image])][image] -= 1
      }
    }
  }

  /// dz = Wᵀ dz of the layer above, where the output is above zero.
  private func propagate(from layer: Int, groups: Int) {
    let below = deltas[layer - 1]
    for group in 0..<groups {
      let (above, a, dz) = (
        deltas[layer].group(group), outputs[layer - 1].group(group), below.group(group)
      )
      weightedSums(nil, weights[layer].transposed, of: above, into: dz)
      for unit in 0..<below.units { dz[unit] = reluSlope(a[unit], times: dz[unit]) }
    }
  }
}
