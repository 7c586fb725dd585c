import Foundation
import Statistics
import Testing

/// What SciPy and statsmodels say, written by `Fixtures/generate.py`.
@Suite struct StatisticsTests {
  /// The rows of a fixture: what is given, and what is expected of it.
  static func rows(_ name: String) throws -> [(given: [Double], expected: [Double])] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/\(name).tsv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      let cells = line.split(separator: "\t").map { cell in
        cell.split(separator: " ").compactMap { Double($0) }
      }
      return (cells[0], cells[1])
    }
  }

  /// Whether two numbers are equal but for the rounding of a few operations.
  static func isNear(_ a: Double?, _ b: Double, _ tolerance: Double = 1e-11) -> Bool {
    guard let a else { return false }
    return abs(a - b) <= tolerance * max(1e-3, abs(b))
  }

  @Test("Mean, standard deviation and t interval are those of statsmodels")
  func samples() throws {
    for (numbers, expected) in try Self.rows("samples") {
      let sample = try #require(Sample(numbers))
      #expect(Self.isNear(sample.mean, expected[0]), "\(numbers)")
      #expect(Self.isNear(sample.deviation, expected[1]), "\(numbers)")
      #expect(Self.isNear(sample.interval?.lowerBound, expected[2]), "\(numbers)")
      #expect(Self.isNear(sample.interval?.upperBound, expected[3]), "\(numbers)")
    }
  }

  @Test("A single number has a mean and no spread; no number has nothing")
  func fewNumbers() throws {
    let single = try #require(Sample([0.5]))
    #expect(single.mean == 0.5 && single.min == 0.5 && single.max == 0.5)
    #expect(single.deviation == nil && single.interval == nil)
    #expect(Sample([]) == nil)
  }

  @Test("Student's t is SciPy's, for even and odd degrees of freedom")
  func student() throws {
    for (degrees, expected) in try Self.rows("student") {
      let t = StudentT.twoSided95(degrees: Int(degrees[0]))
      #expect(Self.isNear(t, expected[0]), "\(degrees)")
    }
  }

  @Test(
    "McNemar's exact test is that of statsmodels; the interval passes the score at SciPy's roots")
  func pairs() throws {
    for (counts, expected) in try Self.rows("pairs") {
      let pair = try #require(
        PairedShares(
          total: Int(counts[0]), onlyFirst: Int(counts[1]), onlySecond: Int(counts[2])))
      #expect(
        abs(pair.exactP - expected[0]) <= 1e-9 * expected[0] + 1e-300, "\(counts): \(pair.exactP)")
      #expect(Self.isNear(pair.interval.lowerBound, expected[1], 1e-9), "\(counts)")
      #expect(Self.isNear(pair.interval.upperBound, expected[2], 1e-9), "\(counts)")
    }
  }

  @Test("The interval of a pair is mirrored with it, holds the difference and stays within bounds")
  func extremes() throws {
    for (total, first, second) in [(5, 5, 0), (5, 0, 5), (1, 1, 0), (3, 0, 0), (40, 20, 20)] {
      let pair = try #require(PairedShares(total: total, onlyFirst: first, onlySecond: second))
      let mirrored = try #require(
        PairedShares(total: total, onlyFirst: second, onlySecond: first))
      #expect(pair.interval.contains(pair.difference))
      #expect(pair.interval.lowerBound >= -1 && pair.interval.upperBound <= 1)
      #expect(Self.isNear(pair.interval.lowerBound, -mirrored.interval.upperBound, 1e-9))
      #expect(pair.exactP == mirrored.exactP)
    }
    #expect(PairedShares(total: 0, onlyFirst: 0, onlySecond: 0) == nil)
    #expect(PairedShares(total: 3, onlyFirst: 2, onlySecond: 2) == nil)
  }

  @Test("Holm's correction is that of statsmodels")
  func corrections() throws {
    for (p, expected) in try Self.rows("holm") {
      for (mine, theirs) in zip(holm(p), expected) {
        #expect(Self.isNear(mine, theirs, 1e-13), "\(p)")
      }
    }
    #expect(holm([]).isEmpty)
  }
}
