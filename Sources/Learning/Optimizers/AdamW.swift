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

  package func step(rate: Double, update: Int) -> UpdateStep {
    .adam(AdamStep(rate: rate, update: update, kept: 1 - rate * decay, coupled: 0))
  }
}
