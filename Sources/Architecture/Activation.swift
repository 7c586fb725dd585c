/// What a layer does to its weighted sums.
package enum Activation: String, CaseIterable, Codable, Sendable, Hashable {
  /// What is negative becomes zero.
  case relu
  /// What is negative becomes a hundredth of itself.
  case leakyReLU = "leaky-relu"
  /// The hyperbolic tangent.
  case tanh
  /// 1 / (1 + e⁻ᶻ).
  case sigmoid
  /// z / 2 · (1 + tanh(√(2/π) · (z + 0.044715 z³))): what is negative fades out smoothly.
  case gelu
  /// The probabilities of the classes; of the last layer, and only of it.
  case softmax
}

extension Activation {
  /// "relu, leaky-relu, tanh, sigmoid, gelu or softmax".
  static let alternatives: String = {
    let names = allCases.map(\.rawValue)
    return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }()
}
