import Foundation
import Kernels
import Network
import Testing

/// Held to the C library's functions in 64 bits, which are right to a thousandth of a 32-bit unit.
@Suite struct ElementaryFunctionTests {
  /// The largest error of `exponential` over some numbers, in units in the last place of the result.
  private func largestError(_ numbers: some Sequence<Float>) -> Double {
    var (largest, lanes, count) = (0.0, Lanes.zero, 0)
    func compare() {
      let found = exponential(lanes)
      for lane in 0..<count {
        let expected = exp(Double(lanes[lane]))
        let unit = Double(max(Float(expected), .leastNormalMagnitude).ulp)
        largest = max(largest, abs(Double(found[lane]) - expected) / unit)
      }
      count = 0
    }
    for number in numbers {
      lanes[count] = number
      count += 1
      if count == 16 { compare() }
    }
    compare()
    return largest
  }

  @Test("eˣ is within two units in the last place from 0 down to -87")
  func exponentials() {
    // Every 1,009th of the 1.1 billion numbers between, and the ones around each multiple of ln 2.
    let bits = stride(from: Float(0).bitPattern, through: Float(87).bitPattern, by: 1009)
    #expect(largestError(bits.lazy.map { -Float(bitPattern: $0) }) <= 2)
    let edges = (0...251).flatMap { half in
      let edge = (Float(half) * 0.34657359).bitPattern
      return (edge - min(edge, 40)...edge + 40).map { -Float(bitPattern: $0) }
    }
    #expect(largestError(edges.filter { $0 >= -87 }) <= 2)
    #expect(exponential(Lanes.zero) == Lanes(repeating: 1))
  }

  @Test(
    "Below -87 eˣ is no more than the smallest normal number is from zero",
    arguments: [-87.00001, -100, -1e30, -Float.greatestFiniteMagnitude, -Float.infinity])
  func vanishing(x: Float) {
    let found = exponential(Lanes(repeating: x))[0]
    #expect(found >= 0 && found <= 1.0001 * Float(exp(-87.0)))
  }

  @Test("The logarithm is within two units in the last place, and 1e-15 around one")
  func logarithms() {
    for step in 0...200_000 {
      let x = exp(-690 + Double(step) * 0.0069)
      let (found, expected) = (naturalLogarithm(x), log(x))
      #expect(abs(found - expected) <= max(2 * expected.ulp, 1e-15), "ln \(x)")
    }
    for x in [1, 2, 0.5, 1e-30, Double.leastNormalMagnitude, .greatestFiniteMagnitude] {
      #expect(abs(naturalLogarithm(x) - log(x)) <= 2 * log(x).ulp)
    }
  }
}
