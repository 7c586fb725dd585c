/// What a layer does to its weighted sums.
package enum Activation: String, CaseIterable, Codable, Sendable, Hashable {
  /// What is negative becomes zero.
  case relu
  /// The probabilities of the classes; of the last layer, and only of it.
  case softmax
}
