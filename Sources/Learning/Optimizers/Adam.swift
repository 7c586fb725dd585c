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

  package func step(rate: Double, update: Int) -> UpdateStep {
    .adam(AdamStep(rate: rate, update: update, kept: 1, coupled: decay))
  }
}
