import Figures
import Testing

@Suite struct TicksTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let domain: ClosedRange<Double>
    let count: Int
    let values: [Double]

    var testDescription: String { "\(domain) in about \(count)" }
  }

  /// The expectations of d3-array's own tests of `ticks`.
  static let cases = [
    Case(domain: 0...1, count: 10, values: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]),
    Case(domain: 0...1, count: 7, values: [0, 0.2, 0.4, 0.6, 0.8, 1]),
    Case(domain: 0...1, count: 4, values: [0, 0.2, 0.4, 0.6, 0.8, 1]),
    Case(domain: 0...1, count: 3, values: [0, 0.5, 1]),
    Case(domain: 0...1, count: 1, values: [0, 1]),
    Case(domain: 0...10, count: 8, values: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
    Case(domain: 0...10, count: 5, values: [0, 2, 4, 6, 8, 10]),
    Case(domain: 0...10, count: 2, values: [0, 5, 10]),
    Case(domain: -10...10, count: 7, values: [-10, -8, -6, -4, -2, 0, 2, 4, 6, 8, 10]),
    Case(domain: -10...10, count: 6, values: [-10, -5, 0, 5, 10]),
    Case(domain: -10...10, count: 2, values: [-10, 0, 10]),
    Case(domain: -10...10, count: 1, values: [0]),
    Case(domain: 0...490, count: 6, values: [0, 100, 200, 300, 400]),
    Case(domain: 0.126...0.835, count: 5, values: [0.2, 0.4, 0.6, 0.8]),
    Case(domain: 3...3, count: 5, values: [3]),
    Case(domain: 0...10, count: 0, values: []),
    Case(domain: 0 ... .infinity, count: 5, values: []),
    Case(
      domain: -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude, count: 5, values: []
    ),
  ]

  @Test(arguments: cases)
  func areRoundNumbersWithinTheDomain(_ sample: Case) {
    #expect(Ticks(sample.domain, count: sample.count).values == sample.values)
  }

  /// Widths on both sides of where the step changes: √50, √10 and √2 times a power of ten.
  ///
  /// As d3-array chooses them: `tickStep(0, 70, 10)` is 5, `tickStep(0, 71, 10)` is 10.
  @Test(arguments: [
    (0.0...1.0, 7, 0.2), (0.0...1.0, 8, 0.1), (0.0...70.0, 10, 5.0), (0.0...71.0, 10, 10.0),
    (0.0...31.0, 10, 2.0), (0.0...32.0, 10, 5.0), (0.0...14.0, 10, 1.0), (0.0...15.0, 10, 2.0),
  ])
  func stepsChangeAtTheGeometricMeans(
    _ domain: ClosedRange<Double>, _ count: Int, _ step: Double
  ) {
    let values = Ticks(domain, count: count).values
    #expect(abs((values[1] - values[0]) - step) < 1e-12)
  }

  @Test(arguments: [
    (0.0...1.0, 5, 1), (0.0...0.01, 5, 3), (0.0...500.0, 5, 0), (0.0...2.3, 5, 1),
    (0.0...8.0, 1, 0),
  ])
  func haveTheDecimalsTheyNeed(_ domain: ClosedRange<Double>, _ count: Int, _ decimals: Int) {
    #expect(Ticks(domain, count: count).decimals == decimals)
  }

  @Test(arguments: [
    (0.126...0.835, 5, 0.0...1.0), (0.0...490.0, 6, 0.0...500.0), (0.0...1.0, 5, 0.0...1.0),
    (-0.3...0.7, 4, -0.4...0.8), (5.0...5.0, 5, 5.0...5.0),
  ])
  func niceDomainEndsOnTicks(
    _ domain: ClosedRange<Double>, _ count: Int, _ nice: ClosedRange<Double>
  ) {
    #expect(Ticks.niceDomain(domain, count: count) == nice)
  }
}
