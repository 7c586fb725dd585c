import Figures
import Testing

@Suite struct LabelLayoutTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let centres: [Double]
    let expected: [Double]
  }

  /// By hand: labels of height 20 within 0...200.
  static let cases = [
    Case(testDescription: "far apart: unmoved", centres: [30, 90, 150], expected: [30, 90, 150]),
    Case(testDescription: "two touch: both move", centres: [100, 110], expected: [95, 115]),
    Case(
      testDescription: "three at one place", centres: [100, 100, 100], expected: [80, 100, 120]),
    Case(
      testDescription: "a pair and one far off", centres: [50, 50, 150], expected: [40, 60, 150]),
    Case(testDescription: "beyond the top", centres: [-30, 5], expected: [10, 30]),
    Case(testDescription: "beyond the bottom", centres: [195, 199], expected: [170, 190]),
    Case(testDescription: "none", centres: [], expected: []),
  ]

  @Test(arguments: cases)
  func movesLabelsAsLittleAsPossible(_ sample: Case) {
    #expect(LabelLayout.spread(sample.centres, height: 20, within: 0...200) == sample.expected)
  }

  @Test func keepsTheDistanceForManyLabels() {
    let centres = (0..<10).map { 100 + Double($0) * 0.5 }
    let spread = LabelLayout.spread(centres, height: 20, within: 0...200)
    #expect(zip(spread, spread.dropFirst()).allSatisfy { $1 - $0 >= 20 - 1e-9 })
    #expect(spread.allSatisfy { (10...190).contains($0) })
  }

  @Test func dropsEverySecondTickThatDoesNotFit() {
    let centres = [0.0, 30, 60, 90, 120]
    #expect(LabelLayout.stride(centres: centres, widths: [20, 20, 20, 20, 20], gap: 10) == 1)
    #expect(LabelLayout.stride(centres: centres, widths: [40, 40, 40, 40, 40], gap: 10) == 2)
    #expect(LabelLayout.stride(centres: centres, widths: [300, 300, 300, 300, 300], gap: 10) == 5)
    #expect(LabelLayout.stride(centres: [], widths: [], gap: 10) == 1)
  }
}
