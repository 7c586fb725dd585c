/// How well a network classifies some examples.
struct Tally: Sendable {
  /// Examples classified correctly.
  var correct = 0
  /// The sum of the cross-entropies, in nats.
  var loss = 0.0

  /// Counts a block that has gone forward.
  mutating func count(
    _ network: DensePropagation, _ labels: UnsafePointer<UInt8>, _ block: ImageBlock
  ) {
    for group in 0..<block.groups {
      let probabilities = network.probabilities(group)
      let winners = winners(probabilities, classes: network.classes)
      for image in 0..<block.images(ofGroup: group) {
        let label = Int(labels[group * Lanes.width + image])
        if Int(winners[image]) == label { correct += 1 }
        loss += crossEntropy(probabilities[label][image])
      }
    }
  }

  static func += (a: inout Tally, b: Tally) {
    a.correct += b.correct
    a.loss += b.loss
  }
}
