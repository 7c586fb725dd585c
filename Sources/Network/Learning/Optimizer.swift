/// How weights and biases follow the gradient of a batch.
package enum Optimizer: Sendable, Equatable {
  case gradientDescent(Momentum = Momentum())
  case adam(Adam = Adam())

  /// How many numbers are remembered of each weight and bias.
  var slotCount: Int {
    switch self {
    case .gradientDescent(let momentum): momentum.share > 0 ? 1 : 0
    case .adam: 2
    }
  }

  /// Updates some of the numbers by their gradient.
  ///
  /// - Parameter update: how many updates there have been, this one among them.
  func update(_ numbers: OptimizedNumbers, _ range: Range<Int>, rate: Double, update: Int) {
    switch self {
    case .gradientDescent(let momentum): momentum.update(numbers, range, rate: rate)
    case .adam(let adam): adam.update(numbers, range, rate: rate, update: update)
    }
  }
}
