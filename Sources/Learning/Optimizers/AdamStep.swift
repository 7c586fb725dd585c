/// One step of Adam's, of all numbers alike.
struct AdamStep {
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
