/// Gradient descent: W ← W - rate · dW.
///
/// With momentum along a sum of gradients, in which older ones count less: v ← momentum · v + dW
/// and W ← W - rate · v.
///
/// Nesterov's looks ahead by one step more: W ← W - rate · (dW + momentum · v). I. Sutskever,
/// J. Martens, G. Dahl and G. Hinton, "On the importance of initialization and momentum in deep
/// learning", ICML (2013).
package struct GradientDescent: Optimizer {
  private let momentum: Float
  private let isNesterov: Bool
  /// What of each number is added to its gradient.
  private let decay: Float

  package static let name = "gradient-descent"
  package static let learningRate = 0.1
  package static let weightDecay = 0.0
  package static let settings = [
    OptimizerSetting("momentum", .share, "how much of the sum of gradients is kept"),
    OptimizerSetting(
      "nesterov", .flag, "with momentum: whether to look ahead by one step more",
      needs: "momentum"),
  ]

  package init(weightDecay: Double, _ settings: [String: Double]) {
    momentum = Float(settings["momentum"] ?? 0)
    isNesterov = settings["nesterov"] == 1
    decay = Float(weightDecay)
  }

  package var slotCount: Int { momentum > 0 ? 1 : 0 }

  package func update(
    _ numbers: OptimizedNumbers, _ range: Range<Int>, rate: Double, update: Int
  ) {
    let (weights, gradient, rate) = (numbers.weights, numbers.gradient, Float(rate))
    guard let sums = numbers.slots.first else {
      for i in range { weights[i] -= (gradient[i] + weights[i] * decay) * rate }
      return
    }
    if isNesterov {
      for i in range {
        let slope = gradient[i] + weights[i] * decay
        let sum = sums[i] * momentum + slope
        sums[i] = sum
        weights[i] -= (slope + sum * momentum) * rate
      }
    } else {
      for i in range {
        let sum = sums[i] * momentum + (gradient[i] + weights[i] * decay)
        sums[i] = sum
        weights[i] -= sum * rate
      }
    }
  }
}
