/// Takes numbers of a domain to places on the canvas.
package struct LinearScale: Sendable, Equatable {
  package let domain: ClosedRange<Double>
  /// Where the domain's lower bound lies, in CSS pixels.
  package let start: Double
  /// Where the domain's upper bound lies, in CSS pixels.
  package let end: Double

  package init(_ domain: ClosedRange<Double>, from start: Double, to end: Double) {
    self.domain = domain
    self.start = start
    self.end = end
  }

  /// The place of `number`; the middle where the domain is a single number.
  package func callAsFunction(_ number: Double) -> Double {
    let width = domain.upperBound - domain.lowerBound
    guard width > 0 else { return (start + end) / 2 }
    return start + (number - domain.lowerBound) / width * (end - start)
  }

  /// The finite numbers' range; `nil` where there are none.
  package static func extent(_ numbers: some Sequence<Double>) -> ClosedRange<Double>? {
    let finite = numbers.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return nil }
    return low...high
  }
}
