/// Gradient descent along a sum of gradients, in which older ones count less: v ← share · v + dW and
/// W ← W - rate · v.
///
/// Nesterov's looks ahead by one step more: W ← W - rate · (dW + share · v). I. Sutskever, J. Martens,
/// G. Dahl and G. Hinton, "On the importance of initialization and momentum in deep learning", ICML
/// (2013).
package struct Momentum: Sendable, Equatable {
  /// How much of the sum is kept from update to update; zero for plain gradient descent.
  package let share: Double
  package let isNesterov: Bool
  /// What of each number is added to its gradient.
  package let decay: Double

  package init(share: Double = 0, isNesterov: Bool = false, decay: Double = 0) {
    self.share = share
    self.isNesterov = isNesterov
    self.decay = decay
  }

  func update(_ numbers: OptimizedNumbers, _ range: Range<Int>, rate: Double) {
    let (rate, kept, decay) = (Float(rate), Float(share), Float(decay))
    let sums = numbers.slots.first
    forEachLanes(of: range) { i in
      let weights = numbers.weights.lanes(i)
      let slope = numbers.gradient.lanes(i) + weights * decay
      guard let sums else { return numbers.weights.set(i, weights - slope * rate) }
      let sum = sums.lanes(i) * kept + slope
      sums.set(i, sum)
      numbers.weights.set(i, weights - (isNesterov ? slope + sum * kept : sum) * rate)
    }
  }
}
