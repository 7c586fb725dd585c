import Results
import Testing

@Suite struct ProportionTests {
  /// Within 0...1 in spite of rounding, and around the share itself.
  @Test func intervalsStayWithinTheirBounds() throws {
    for total in 1...400 {
      for count in [0, 1, total / 2, total - 1, total] {
        let share = try #require(Proportion(count: count, of: total))
        #expect(0 <= share.low && share.low <= share.value, "\(count) of \(total)")
        #expect(share.value <= share.high && share.high <= 1, "\(count) of \(total)")
      }
    }
  }

  @Test(arguments: [(0, 0), (-1, 5), (6, 5), (0, -1)])
  func isOfAWholeThatThereIs(_ count: Int, _ total: Int) {
    #expect(Proportion(count: count, of: total) == nil)
  }

  @Test(arguments: [[[1, 2]], [[1], [2]], [[1, -1], [0, 2]], [[1, 2], [3]]])
  func aConfusionMatrixIsASquareOfCounts(_ counts: [[Int]]) {
    #expect(ConfusionMatrix(counts: counts) == nil)
  }
}
