import Network

extension Tally {
  /// Counts a block that has gone forward.
  mutating func count(
    _ network: DensePropagation, _ labels: UnsafePointer<UInt16>, _ block: ImageBlock
  ) {
    for group in 0..<block.groups {
      let labels = labels + group * Lanes.width
      count(
        network.probabilities(group), classes: network.classes,
        count: block.images(ofGroup: group), label: { Int(labels[$0]) })
    }
  }

  /// Counts the first `count` of sixteen examples.
  @inline(__always)
  mutating func count(
    _ probabilities: UnsafePointer<Lanes>, classes: Int, count: Int, label: (_ lane: Int) -> Int
  ) {
    let winners = winners(probabilities, classes: classes)
    for lane in 0..<count {
      let label = label(lane)
      if Int(winners[lane]) == label { correct += 1 }
      loss += crossEntropy(probabilities[label][lane])
    }
  }
}
