/// How well a network classifies some examples.
package struct Tally: Sendable {
  /// Examples classified correctly.
  package var correct = 0
  /// The sum of the cross-entropies, in nats.
  package var loss = 0.0

  package init() {}

  package static func += (a: inout Tally, b: Tally) {
    a.correct += b.correct
    a.loss += b.loss
  }
}
