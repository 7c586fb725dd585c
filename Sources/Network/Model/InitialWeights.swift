import Architecture
import Random

/// How the weights and biases of a network are drawn before its first update.
package enum InitialWeights: Sendable, Equatable {
  /// Uniform between two bounds, the upper one left out.
  case uniform(low: Double, high: Double)

  /// Draws the numbers of a tensor, row by row: as NumPy fills `rand(units, inputs)`.
  func numbers(_ shape: ParameterShape, _ random: inout RandomState) -> [Double] {
    switch self {
    case .uniform(let low, let high):
      (0..<shape.count).map { _ in low + (high - low) * random.uniform() }
    }
  }
}
