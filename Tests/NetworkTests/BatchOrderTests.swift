import Network
import Testing

@Suite struct BatchOrderTests {
  @Test("Every epoch takes every example once, in an order of its own")
  func epochs() {
    let order = BatchOrder(seed: 5, examples: 1000, batch: 300)
    let epochs = (0..<3).map { order.order(epoch: $0) }
    for epoch in epochs { #expect(epoch.sorted() == (0..<1000).map { $0 }) }
    #expect(Set(epochs).count == 3)
    #expect(order.order(epoch: 1) == epochs[1])
    #expect(BatchOrder(seed: 6, examples: 1000, batch: 300).order(epoch: 0) != epochs[0])
    // Where an example comes is even: the mean place of the first half is the middle.
    let places = epochs[0].indices.filter { epochs[0][$0] < 500 }
    #expect(abs(places.reduce(0, +) / 500 - 500) < 40)
  }

  @Test("Every order is as likely as another: each example stands in each place as often")
  func even() {
    let order = BatchOrder(seed: 7, examples: 8, batch: 3)
    var counts = [[Int]](repeating: Array(repeating: 0, count: 8), count: 8)
    for epoch in 0..<4000 {
      let examples = order.order(epoch: epoch)
      #expect(examples.sorted() == Array(0..<8))
      for (place, example) in examples.enumerated() { counts[place][Int(example)] += 1 }
    }
    // 500 of each, with a deviation of 21.
    #expect(counts.joined().allSatisfy { (400...600).contains($0) }, "\(counts)")
  }

  @Test("The last batch of an epoch has what is left, and one that is too large has all")
  func batches() {
    let order = BatchOrder(seed: 5, examples: 1000, batch: 300)
    #expect(
      (0..<5).map { order.range(update: $0) } == [
        0..<300, 300..<600, 600..<900, 900..<1000, 0..<300,
      ])
    #expect([0, 3, 4, 8].map { order.epoch(update: $0) } == [0, 0, 1, 2])
    #expect(BatchOrder(seed: 5, examples: 10, batch: 300).updates == 1)
    #expect(BatchOrder(seed: 5, examples: 600, batch: 300).updates == 2)
  }
}
