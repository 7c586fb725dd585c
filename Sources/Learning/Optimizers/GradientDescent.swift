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

  package func step(rate: Double, update: Int) -> UpdateStep {
    .descent(
      DescentStep(rate: Float(rate), decay: decay, momentum: momentum, isNesterov: isNesterov))
  }
}
