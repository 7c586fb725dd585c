/// One step of Adam's in the numbers that it is made of, the same of all weights.
///
///     g = dW + coupled · W
///     m ← meanKept · m + meanNew · g
///     v ← squareKept · v + squareNew · g²
///     W ← kept · W - step · m / (√v · scale + ε)
package struct AdamStep: Sendable, Equatable {
  /// How much of the mean gradient, and of the mean square, is kept from update to update.
  private static let (meanDecay, squareDecay) = (0.9, 0.999)

  /// What keeps a step finite where there has been no gradient.
  package let epsilon: Float = 1e-8
  package let meanKept = Float(meanDecay)
  package let meanNew = Float(1 - meanDecay)
  package let squareKept = Float(squareDecay)
  package let squareNew = Float(1 - squareDecay)
  package let step: Float
  package let scale: Float
  /// What is kept of each number, and what of it is added to its gradient.
  package let (kept, coupled): (Float, Float)

  /// The step of an update: how many there have been, this one among them.
  init(rate: Double, update: Int, kept: Double, coupled: Double) {
    step = Float(rate / (1 - power(Self.meanDecay, update)))
    scale = Float(1 / (1 - power(Self.squareDecay, update)).squareRoot())
    self.kept = Float(kept)
    self.coupled = Float(coupled)
  }
}
