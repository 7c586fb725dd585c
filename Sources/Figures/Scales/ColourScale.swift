/// Takes numbers to colours.
package struct ColourScale: Sendable {
  package let domain: ClosedRange<Double>
  private let ramp: ColourRamp
  private let isRooted: Bool

  /// Small numbers get more of the ramp: a number's place is the square root of its share.
  package static func squareRoot(upTo limit: Double, _ ramp: ColourRamp) -> ColourScale {
    ColourScale(domain: 0...max(limit, .leastNormalMagnitude), ramp: ramp, isRooted: true)
  }

  /// Zero is in the middle, and equal distances from it are equally strong colours.
  package static func diverging(upTo limit: Double, _ ramp: ColourRamp) -> ColourScale {
    let bound = max(limit, .leastNormalMagnitude)
    return ColourScale(domain: -bound...bound, ramp: ramp, isRooted: false)
  }

  package func callAsFunction(_ number: Double) -> Colour {
    ramp(place(number))
  }

  /// Where `number` lies on the ramp; in 0...1 within the domain.
  package func place(_ number: Double) -> Double {
    let share = (number - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
    return isRooted ? max(0, share).squareRoot() : share
  }

  /// The ramp's colours, each once.
  package var colours: [Colour] { ramp.colours }
}
