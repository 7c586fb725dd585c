/// How well a network classified before the update of one iteration.
package struct HistoryEntry: Sendable, Equatable {
  /// Updates made by then.
  package let iteration: Int
  /// Training examples classified correctly.
  package let correct: Int
  /// Mean cross-entropy of the training examples, in nats.
  package let loss: Double
  /// Validation examples classified correctly; `nil` where there are none.
  package let validationCorrect: Int?
}
