package import Random

/// A network of two layers and its whole training, one image and one number at a time.
///
/// This is what the fast kernels compute, written to be read. `PlainNetworkTests` trains both from
/// the same weights and compares every number.
package struct PlainNetwork {
  /// W₁: for each hidden unit, a weight for each pixel.
  package var hiddenWeights: [[Double]]
  /// b₁: a number for each hidden unit.
  package var hiddenBiases: [Double]
  /// W₂: for each digit, a weight for each hidden unit.
  package var outputWeights: [[Double]]
  /// b₂: a number for each digit.
  package var outputBiases: [Double]

  // region: initial-weights
  /// Draws every weight and bias evenly between two bounds, row by row.
  package init(
    pixels: Int, hidden: Int, digits: Int, between low: Double, and high: Double,
    _ random: inout RandomState
  ) {
    func numbers(_ count: Int) -> [Double] {
      (0..<count).map { _ in low + (high - low) * random.uniform() }
    }
    hiddenWeights = (0..<hidden).map { _ in numbers(pixels) }
    hiddenBiases = numbers(hidden)
    outputWeights = (0..<digits).map { _ in numbers(hidden) }
    outputBiases = numbers(digits)
  }
  // endregion

  // region: rectifier
  /// What is negative becomes zero.
  static func relu(_ z: [Double]) -> [Double] {
    z.map { $0 > 0 ? $0 : 0 }
  }

  /// Its slope: one where it lets a number through, zero where not.
  static func reluSlope(_ z: [Double]) -> [Double] {
    z.map { $0 > 0 ? 1 : 0 }
  }
  // endregion

  // region: softmax
  /// Probabilities that add up to one.
  static func softmax(_ z: [Double]) -> [Double] {
    let largest = z.max() ?? 0
    let powers = z.map { exponential($0 - largest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }
  // endregion

  // region: forward
  /// W x + b: one weighted sum for each row of W.
  static func sums(
    _ w: [[Double]], _ x: [Double], _ b: [Double]
  ) -> [Double] {
    zip(w, b).map { row, bias in
      zip(row, x).reduce(bias) { sum, pair in sum + pair.0 * pair.1 }
    }
  }

  /// The sums and outputs of the hidden units for one image, and the
  /// probability of each digit.
  package func forward(
    _ x: [Double]
  ) -> (z1: [Double], a1: [Double], a2: [Double]) {
    let z1 = Self.sums(hiddenWeights, x, hiddenBiases)
    let a1 = Self.relu(z1)
    let z2 = Self.sums(outputWeights, a1, outputBiases)
    return (z1, a1, Self.softmax(z2))
  }
  // endregion

  // region: loss
  /// One for the right digit, zero for the others.
  static func oneHot(_ digit: Int, digits: Int) -> [Double] {
    (0..<digits).map { $0 == digit ? 1 : 0 }
  }

  /// The negative logarithm of the right digit's probability.
  static func loss(_ a2: [Double], _ digit: Int) -> Double {
    -naturalLogarithm(a2[digit])
  }
  // endregion

  // region: backward
  /// The slope of one image's loss by every weight and bias.
  package func backward(_ x: [Double], _ digit: Int) -> Gradient {
    let (z1, a1, a2) = forward(x)
    let y = Self.oneHot(digit, digits: a2.count)
    let dz2 = zip(a2, y).map { $0 - $1 }
    // W₂ᵀ dz₂: what each hidden unit did, by way of all digits.
    let da1 = a1.indices.map { unit in
      dz2.indices.reduce(0.0) { sum, digit in
        sum + outputWeights[digit][unit] * dz2[digit]
      }
    }
    let dz1 = zip(da1, Self.reluSlope(z1)).map { $0 * $1 }
    return Gradient(
      hiddenWeights: dz1.map { slope in x.map { slope * $0 } },
      hiddenBiases: dz1,
      outputWeights: dz2.map { slope in a1.map { slope * $0 } },
      outputBiases: dz2)
  }
  // endregion

  // region: update
  /// Moves every weight and bias against its slope.
  package mutating func descend(_ gradient: Gradient, rate: Double) {
    for unit in hiddenBiases.indices {
      for pixel in hiddenWeights[unit].indices {
        hiddenWeights[unit][pixel] -=
          rate * gradient.hiddenWeights[unit][pixel]
      }
      hiddenBiases[unit] -= rate * gradient.hiddenBiases[unit]
    }
    for digit in outputBiases.indices {
      for unit in outputWeights[digit].indices {
        outputWeights[digit][unit] -=
          rate * gradient.outputWeights[digit][unit]
      }
      outputBiases[digit] -= rate * gradient.outputBiases[digit]
    }
  }
  // endregion

  // region: training
  /// Each iteration looks at all images before it changes a weight.
  package mutating func train(
    _ images: [[Double]], _ labels: [Int], rate: Double, iterations: Int
  ) {
    for _ in 0..<iterations {
      var mean = Gradient(like: self)
      for (image, label) in zip(images, labels) {
        mean.add(backward(image, label), times: 1 / Double(images.count))
      }
      descend(mean, rate: rate)
    }
  }
  // endregion

  // region: accuracy
  /// The digit with the largest probability; the first of equals.
  package func predict(_ image: [Double]) -> Int {
    let probabilities = forward(image).a2
    return probabilities.firstIndex(of: probabilities.max() ?? 0) ?? 0
  }

  /// The share of the images that are read as what they show.
  package func accuracy(_ images: [[Double]], _ labels: [Int]) -> Double {
    let right = zip(images, labels).count { image, label in
      predict(image) == label
    }
    return Double(right) / Double(images.count)
  }

  /// The mean cross-entropy of some images.
  package func loss(_ images: [[Double]], _ labels: [Int]) -> Double {
    let losses = zip(images, labels).map { Self.loss(forward($0).a2, $1) }
    return losses.reduce(0, +) / Double(images.count)
  }
  // endregion
}
