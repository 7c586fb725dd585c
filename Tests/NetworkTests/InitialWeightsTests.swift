import Architecture
import Learning
import Network
import Random
import Testing

/// What weights are drawn before the first update, against the definitions.
@Suite struct InitialWeightsTests {
  private func drawn(_ weights: InitialWeights) throws -> Parameters<Float> {
    let network = try Architecture(
      input: Shape(channels: 3, height: 12, width: 12),
      layers: ["conv 20 5x5 relu", "40 relu", "10 softmax"].map(LayerSpec.init))
    var random = RandomState(seed: 2)
    return BatchTrainingState(network, weights, examples: 1, optimizer: Adam(), random: &random)
      .parameters
  }

  /// Inputs of a unit, and what it is an input of: of a convolution, times the kernel's places.
  private static let fans = [(75.0, 500.0), (1280.0, 40.0), (40.0, 10.0)]

  private static func he(_ inputs: Double, _ outputs: Double) -> Double {
    (6 / inputs).squareRoot()
  }

  private static func glorot(_ inputs: Double, _ outputs: Double) -> Double {
    (6 / (inputs + outputs)).squareRoot()
  }

  @Test("He's and Glorot's are even between bounds that follow from the size of the layer")
  func bounds() throws {
    for (weights, bound) in [(InitialWeights.he, Self.he), (.glorot, Self.glorot)] {
      let parameters = try drawn(weights)
      for (layer, fans) in Self.fans.enumerated() {
        let numbers = parameters[layer, "weights"].map(Double.init)
        let most = bound(fans.0, fans.1)
        let largest = numbers.map(\.magnitude).max() ?? 0
        #expect(largest <= most * 1.000001 && largest > most * 0.97, "\(weights), layer \(layer)")
        let square = numbers.reduce(0) { $0 + $1 * $1 } / Double(numbers.count)
        #expect((square / (most * most / 3) - 1).magnitude < 0.1)
        #expect(parameters[layer, "biases"].allSatisfy { $0 == 0 })
      }
    }
  }

  @Test("Normal ones have the deviation that is asked for, and shares within it as they should")
  func normal() throws {
    let parameters = try drawn(.normal(deviation: 0.25))
    let numbers = parameters[1, "weights"].map(Double.init)
    let count = Double(numbers.count)
    // 51,200 of them: the deviation is known to a third of a percent.
    let mean = numbers.reduce(0, +) / count
    let square = numbers.reduce(0) { $0 + $1 * $1 } / count
    #expect(mean.magnitude < 0.005)
    #expect((square.squareRoot() - 0.25).magnitude < 0.004)
    for (deviations, share) in [(1.0, 0.6827), (2.0, 0.9545), (3.0, 0.9973)] {
      let within = numbers.count { $0.magnitude < deviations * 0.25 }
      #expect((Double(within) / count - share).magnitude < 0.01)
    }
  }
}
