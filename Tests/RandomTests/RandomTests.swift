import Random
import Testing

/// Every expected number was printed by NumPy 2.4 after `np.random.seed(seed)`.
@Suite struct RandomStateTests {
  @Test(
    "Draws the numbers of np.random.rand",
    arguments: [
      (UInt32(0), [0.5488135039273248, 0.7151893663724195, 0.6027633760716439]),
      (UInt32(3), [0.5507979025745755, 0.7081478226181048, 0.2909047389129443]),
      (UInt32.max, [0.0976320289940138, 0.9123828453026218, 0.78903530185164]),
    ])
  func uniform(seed: UInt32, expected: [Double]) {
    var random = RandomState(seed: seed)
    let drawn = expected.map { _ in random.uniform() }
    #expect(drawn == expected)
  }

  @Test("Draws the words of RandomState.randint over all 32 bits")
  func words() {
    var random = RandomState(seed: 0)
    let drawn = (0..<3).map { _ in random.nextUInt32() }
    #expect(drawn == [2_357_136_044, 2_546_248_239, 3_071_714_933])
  }

  @Test("Goes on after many twists")
  func twists() {
    var random = RandomState(seed: 0)
    for _ in 0..<5000 { _ = random.uniform() }
    #expect(random.uniform() == 0.3667802195520107)
  }

  @Test("Shuffles rows as np.random.shuffle does, and leaves the same state")
  func shuffle() {
    var random = RandomState(seed: 0)
    var rows = Array(0..<12)
    random.shuffle(&rows)
    #expect(rows == [6, 11, 4, 10, 2, 8, 1, 7, 9, 3, 0, 5])
    #expect(random.uniform() == 0.9636627605010293)
  }

  @Test("Leaves no row and one row as they are", arguments: [[Int](), [7]])
  func shuffleOfFew(rows: [Int]) {
    var random = RandomState(seed: 0)
    var shuffled = rows
    random.shuffle(&shuffled)
    #expect(shuffled == rows)
    #expect(random == RandomState(seed: 0))
  }
}
