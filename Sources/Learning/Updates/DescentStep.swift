/// One step along the gradient in the numbers that it is made of, the same of all weights.
///
///     g = dW + decay · W
///     v ← momentum · v + g, where there is momentum
///     W ← W - rate · g, with momentum W - rate · v, with Nesterov's W - rate · (g + momentum · v)
package struct DescentStep: Sendable, Equatable {
  package let rate: Float
  package let decay: Float
  /// Zero for none.
  package let momentum: Float
  package let isNesterov: Bool
}
