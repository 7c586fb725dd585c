/// How weights and biases follow the gradient of a batch, with everything that is to be known of it.
///
/// The gradient is that of the mean loss.
package protocol Optimizer: Sendable {
  /// How the notebook writes it.
  static var name: String { get }
  /// The rate where none is written.
  static var learningRate: Double { get }
  /// The weight decay where none is written.
  static var weightDecay: Double { get }
  /// What it can be told beside rate and decay.
  static var settings: [OptimizerSetting] { get }

  /// Takes the weight decay and its settings by their keys; zero where they are left out.
  init(weightDecay: Double, _ settings: [String: Double])

  /// What an update does to each number.
  ///
  /// - Parameter update: how many updates there have been, this one among them.
  func step(rate: Double, update: Int) -> UpdateStep
}

extension Optimizer {
  /// How many numbers it remembers of each weight and bias, zero at first.
  package var slotCount: Int { step(rate: 0, update: 1).slotCount }
}

/// The optimizers, the one that is meant where none is written first.
package let optimizers: [any Optimizer.Type] = [GradientDescent.self, Adam.self, AdamW.self]

/// Something that an optimizer can be told.
package struct OptimizerSetting: Sendable, Equatable {
  /// In kebab-case, as the notebook writes it.
  package let key: String
  package let form: Form
  /// One line that says what it does, without a full stop.
  package let summary: String
  /// The setting that it is nothing without.
  package let needs: String?

  package enum Form: Sendable {
    /// A number from 0 to below 1.
    case share
    /// Whether or not: one or zero.
    case flag
  }

  package init(_ key: String, _ form: Form, _ summary: String, needs: String? = nil) {
    self.key = key
    self.form = form
    self.summary = summary
    self.needs = needs
  }
}
