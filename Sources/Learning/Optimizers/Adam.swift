/// Adam: steps of the size of the rate, by the mean of the gradient and of its square.
///
/// Weight decay is added to the gradient.
///
/// D. P. Kingma and J. Ba, "Adam: a method for stochastic optimization", ICLR (2015).
package struct Adam: Optimizer {
  private let decay: Double

  package static let name = "adam"
  package static let learningRate = 0.001
  package static let weightDecay = 0.0
  package static let settings: [OptimizerSetting] = []

  package init(weightDecay: Double = 0, _ settings: [String: Double] = [:]) {
    decay = weightDecay
  }

  package var slotCount: Int { AdamStep.slotCount }

  package func update(
    _ numbers: OptimizedNumbers, _ range: Range<Int>, rate: Double, update: Int
  ) {
    AdamStep(rate: rate, update: update, kept: 1, coupled: decay).take(numbers, range)
  }
}

/// Adam, whose weight decay is apart from the gradient: an update takes it away beside its step,
/// times the rate.
///
/// I. Loshchilov and F. Hutter, "Decoupled weight decay regularization", ICLR (2019).
package struct AdamW: Optimizer {
  private let decay: Double

  package static let name = "adamw"
  package static let learningRate = 0.001
  package static let weightDecay = 0.01
  package static let settings: [OptimizerSetting] = []

  package init(weightDecay: Double, _ settings: [String: Double] = [:]) {
    decay = weightDecay
  }

  package var slotCount: Int { AdamStep.slotCount }

  package func update(
    _ numbers: OptimizedNumbers, _ range: Range<Int>, rate: Double, update: Int
  ) {
    AdamStep(rate: rate, update: update, kept: 1 - rate * decay, coupled: 0).take(numbers, range)
  }
}

/// One step of Adam's, of all numbers alike.
private struct AdamStep {
  static let slotCount = 2

  /// How much of the mean gradient, and of the mean square, is kept from update to update.
  private static let (meanDecay, squareDecay) = (0.9, 0.999)
  /// What keeps a step finite where there has been no gradient.
  private static let epsilon: Float = 1e-8

  private let step: Float
  private let scale: Float
  /// What is kept of each number, and what of it is added to its gradient.
  private let (kept, coupled): (Float, Float)

  init(rate: Double, update: Int, kept: Double, coupled: Double) {
    step = Float(rate / (1 - power(Self.meanDecay, update)))
    scale = Float(1 / (1 - power(Self.squareDecay, update)).squareRoot())
    self.kept = Float(kept)
    self.coupled = Float(coupled)
  }

  func take(_ numbers: OptimizedNumbers, _ range: Range<Int>) {
    let (weights, gradient) = (numbers.weights, numbers.gradient)
    let (mean, square) = (numbers.slots[0], numbers.slots[1])
    let (keptMean, newMean) = (Float(Self.meanDecay), Float(1 - Self.meanDecay))
    let (keptSquare, newSquare) = (Float(Self.squareDecay), Float(1 - Self.squareDecay))
    for i in range {
      let slope = gradient[i] + weights[i] * coupled
      let m = mean[i] * keptMean + slope * newMean
      let v = square[i] * keptSquare + slope * slope * newSquare
      mean[i] = m
      square[i] = v
      weights[i] = weights[i] * kept - m * step / (v.squareRoot() * scale + Self.epsilon)
    }
  }
}

/// A whole power, by squares: with the same bits on every machine.
private func power(_ base: Double, _ exponent: Int) -> Double {
  var (result, square, rest) = (1.0, base, exponent)
  while rest > 0 {
    if rest & 1 == 1 { result *= square }
    square *= square
    rest >>= 1
  }
  return result
}
