import Random

/// The order in which the examples of each epoch are taken: drawn anew for every epoch, from the
/// seed and the epoch alone.
package struct BatchOrder: Sendable {
  private let random: CounterRandom
  private let examples: Int
  private let batch: Int

  package init(seed: UInt32, examples: Int, batch: Int) {
    random = CounterRandom(seed: seed, purpose: RandomPurpose.order.rawValue)
    self.examples = examples
    self.batch = min(batch, examples)
  }

  /// Updates of an epoch; the last one has what is left of the examples.
  package var updates: Int { (examples + batch - 1) / batch }

  /// The examples of an epoch, shuffled as Fisher and Yates do, from the last to the second.
  package func order(epoch: Int) -> [Int32] {
    var order = (0..<Int32(examples)).map { $0 }
    let epoch = UInt64(epoch)
    let (low, high) = (UInt32(truncatingIfNeeded: epoch), UInt32(truncatingIfNeeded: epoch >> 32))
    for index in order.indices.dropFirst().reversed() {
      let word = random.words([UInt32(index), 0, low, high])[0]
      // The high word of a product is even enough: off by less than one in a hundred thousand.
      let other = Int((UInt64(word) * UInt64(index + 1)) >> 32)
      order.swapAt(index, other)
    }
    return order
  }

  /// The places in the epoch's order of the examples of an update, which counts from 0 in all.
  package func range(update: Int) -> Range<Int> {
    let start = update % updates * batch
    return start..<min(start + batch, examples)
  }

  package func epoch(update: Int) -> Int { update / updates }
}

/// What random numbers are drawn for: each draws its own ones from the same seed.
package enum RandomPurpose: UInt32 {
  case order = 1
  case dropout = 2
  case augmentation = 3
}
