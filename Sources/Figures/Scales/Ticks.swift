#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Evenly spaced round numbers that divide an axis: multiples of 1, 2 or 5 times a power of ten.
///
/// P. Heckbert, "Nice Numbers for Graph Labels", Graphics Gems (1990), with the choice of step by
/// geometric means as M. Bostock's d3-array makes it.
package struct Ticks: Sendable, Equatable {
  /// Ascending.
  package let values: [Double]
  /// How many decimals the values need.
  package let decimals: Int

  /// Round numbers within `domain`, about `count` of them; none where the domain is not finite.
  package init(_ domain: ClosedRange<Double>, count: Int) {
    guard let step = TickStep(domain, count: count) else {
      let single = domain.lowerBound
      values = single == domain.upperBound && single.isFinite ? [single] : []
      decimals = 0
      return
    }
    let first = step.index(of: domain.lowerBound, .up)
    let last = step.index(of: domain.upperBound, .down)
    values = first <= last ? stride(from: first, through: last, by: 1).map(step.value) : []
    decimals = step.decimals
  }

  /// The smallest range from one round number to another that holds `domain`.
  package static func niceDomain(_ domain: ClosedRange<Double>, count: Int) -> ClosedRange<Double> {
    guard let step = TickStep(domain, count: count) else { return domain }
    let low = step.value(step.index(of: domain.lowerBound, .down))
    let high = step.value(step.index(of: domain.upperBound, .up))
    return low <= high ? low...high : domain
  }
}

/// A factor of 1, 2 or 5 times a power of ten.
private struct TickStep {
  let factor: Double
  let power: Int

  init?(_ domain: ClosedRange<Double>, count: Int) {
    let width = domain.upperBound - domain.lowerBound
    // Powers of ten beyond these are not normal numbers.
    guard (1e-290...1e290).contains(width), count > 0 else { return nil }
    let rough = width / Double(count)
    let exponent = log10(rough).rounded(.down)
    let error = rough / pow(10, exponent)
    factor =
      error >= 50.0.squareRoot()
      ? 10 : error >= 10.0.squareRoot() ? 5 : error >= 2.0.squareRoot() ? 2 : 1
    power = Int(exponent)
    // Beyond this, neighbouring ticks are the same number.
    guard width / max(domain.lowerBound.magnitude, domain.upperBound.magnitude) > 1e-12 else {
      return nil
    }
  }

  var decimals: Int { max(0, factor == 10 ? -power - 1 : -power) }

  /// Dividing by a power of ten, unlike multiplying by its inverse, gives the nearest number.
  func value(_ index: Double) -> Double {
    power < 0 ? index * factor / pow(10, Double(-power)) : index * factor * pow(10, Double(power))
  }

  func index(of number: Double, _ rule: FloatingPointRoundingRule) -> Double {
    let exact =
      power < 0
      ? number * pow(10, Double(-power)) / factor : number / (factor * pow(10, Double(power)))
    // A number that is a tick but for its last bits counts as one.
    let nearest = exact.rounded()
    return abs(exact - nearest) < 1e-9 ? nearest : exact.rounded(rule)
  }
}
