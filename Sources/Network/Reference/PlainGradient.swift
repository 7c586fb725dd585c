extension PlainNetwork {
  /// A slope for every weight and bias.
  package struct Gradient {
    package var hiddenWeights: [[Double]]
    package var hiddenBiases: [Double]
    package var outputWeights: [[Double]]
    package var outputBiases: [Double]

    init(
      hiddenWeights: [[Double]], hiddenBiases: [Double], outputWeights: [[Double]],
      outputBiases: [Double]
    ) {
      self.hiddenWeights = hiddenWeights
      self.hiddenBiases = hiddenBiases
      self.outputWeights = outputWeights
      self.outputBiases = outputBiases
    }

    /// Zero for every weight and bias of a network.
    init(like network: PlainNetwork) {
      hiddenWeights = network.hiddenWeights.map { $0.map { _ in 0 } }
      hiddenBiases = network.hiddenBiases.map { _ in 0 }
      outputWeights = network.outputWeights.map { $0.map { _ in 0 } }
      outputBiases = network.outputBiases.map { _ in 0 }
    }

    mutating func add(_ other: Gradient, times share: Double) {
      for row in hiddenWeights.indices {
        Self.add(other.hiddenWeights[row], times: share, to: &hiddenWeights[row])
      }
      for row in outputWeights.indices {
        Self.add(other.outputWeights[row], times: share, to: &outputWeights[row])
      }
      Self.add(other.hiddenBiases, times: share, to: &hiddenBiases)
      Self.add(other.outputBiases, times: share, to: &outputBiases)
    }

    private static func add(_ other: [Double], times share: Double, to sum: inout [Double]) {
      for index in sum.indices { sum[index] += share * other[index] }
    }
  }
}
