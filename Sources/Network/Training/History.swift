/// How well a network classified while it was trained.
package struct HistoryEntry: Sendable, Equatable {
  /// Updates made by then.
  package internal(set) var iteration: Int
  /// Training examples that were looked at.
  package internal(set) var examples: Int
  /// Those of them that were classified correctly, each before the update that it took part in.
  package internal(set) var correct: Int
  /// The mean cross-entropy of them, in nats.
  package internal(set) var loss: Double
  /// Validation examples classified correctly; `nil` where there are none.
  package internal(set) var validationCorrect: Int?
  /// The mean cross-entropy of them, in nats.
  package internal(set) var validationLoss: Double?

  /// Nothing seen yet, at the beginning.
  static let empty = HistoryEntry(
    iteration: 0, examples: 0, correct: 0, loss: 0)

  /// Notes how validation examples are classified.
  mutating func set(_ validation: Tally, examples: Int) {
    validationCorrect = validation.correct
    validationLoss = validation.loss / Double(max(1, examples))
  }

  /// Adds what was seen in the examples of one more update.
  mutating func add(_ tally: Tally, examples more: Int) {
    loss = (loss * Double(examples) + tally.loss) / Double(examples + more)
    examples += more
    correct += tally.correct
  }
}
