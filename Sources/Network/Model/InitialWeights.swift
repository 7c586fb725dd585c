import Architecture
import Random

/// How the weights and biases of a network are drawn before its first update.
package enum InitialWeights: Sendable, Equatable {
  /// Uniform between two bounds, the upper one left out.
  case uniform(low: Double, high: Double)
  /// Uniform within ±√(6 / inputs) of each unit, for rectifiers; biases are zero.
  ///
  /// K. He, X. Zhang, S. Ren and J. Sun, "Delving deep into rectifiers", ICCV (2015).
  case he

  /// Draws the numbers of a tensor, row by row: as NumPy fills `rand(units, inputs)`.
  func numbers(_ shape: ParameterShape, _ random: inout RandomState) -> [Double] {
    switch self {
    case .uniform(let low, let high):
      return (0..<shape.count).map { _ in low + (high - low) * random.uniform() }
    case .he:
      guard shape.dimensions.count > 1 else { return Array(repeating: 0, count: shape.count) }
      let bound = (6 / Double(shape.fanIn)).squareRoot()
      return (0..<shape.count).map { _ in bound * (2 * random.uniform() - 1) }
    }
  }
}
