import Architecture
import Random

/// How the weights and biases of a network are drawn before its first update.
package enum InitialWeights: Sendable, Equatable {
  /// Uniform between two bounds, the upper one left out.
  case uniform(low: Double, high: Double)
  /// Normal around zero; biases are zero.
  case normal(deviation: Double)
  /// Uniform within ±√(6 / inputs) of each unit, for rectifiers; biases are zero.
  ///
  /// K. He, X. Zhang, S. Ren and J. Sun, "Delving deep into rectifiers", ICCV (2015).
  case he
  /// Uniform within ±√(6 / (inputs + outputs)) of each layer; biases are zero.
  ///
  /// X. Glorot and Y. Bengio, "Understanding the difficulty of training deep feedforward neural
  /// networks", AISTATS (2010).
  case glorot

  /// Draws the numbers of a tensor, row by row: as NumPy fills `rand(units, inputs)`.
  func numbers(_ shape: ParameterShape, _ random: inout RandomState) -> [Double] {
    if let start = shape.start { return Array(repeating: start, count: shape.count) }
    if case .uniform(let low, let high) = self {
      return (0..<shape.count).map { _ in low + (high - low) * random.uniform() }
    }
    guard shape.dimensions.count > 1 else { return Array(repeating: 0, count: shape.count) }
    if case .normal(let deviation) = self {
      return (0..<shape.count).map { _ in deviation * normal(&random) }
    }
    let fans = self == .glorot ? shape.fanIn + shape.fanOut : shape.fanIn
    let bound = (6 / Double(fans)).squareRoot()
    return (0..<shape.count).map { _ in bound * (2 * random.uniform() - 1) }
  }

  /// Around zero with deviation one: a point within the unit circle, by its distance.
  ///
  /// G. Marsaglia and T. A. Bray, "A convenient method for generating normal variables", SIAM Review
  /// 6 (1964).
  private func normal(_ random: inout RandomState) -> Double {
    while true {
      let (x, y) = (2 * random.uniform() - 1, 2 * random.uniform() - 1)
      let square = x * x + y * y
      if square > 0, square < 1 {
        return x * (-2 * naturalLogarithm(square) / square).squareRoot()
      }
    }
  }
}
